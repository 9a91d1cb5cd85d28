package dev.screentest.benchmarks.load;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;

/**
 * Durations in nanoseconds. Percentiles are exact to one percent.
 *
 * @param count of how many
 * @param mean exact; 0 of none
 * @param p50 half are no longer
 * @param p90 nine of ten are no longer
 * @param p99 of a hundred all but one
 * @param p999 of a thousand all but one
 * @param max the longest
 * @param histogram all of them, as HdrHistogram compresses them, in Base64
 */
public record Distribution(
    long count, double mean, long p50, long p90, long p99, long p999, long max, String histogram) {

  static Distribution of(Tally tally) {
    return of(
        tally.histogram(),
        tally.histogram().getTotalCount() == 0
            ? 0
            : (double) tally.sum() / tally.histogram().getTotalCount());
  }

  private static Distribution of(Histogram histogram, double mean) {
    return new Distribution(
        histogram.getTotalCount(),
        mean,
        histogram.getValueAtPercentile(50),
        histogram.getValueAtPercentile(90),
        histogram.getValueAtPercentile(99),
        histogram.getValueAtPercentile(99.9),
        histogram.getMaxValue(),
        encoded(histogram));
  }

  /** Returns the durations of several forks as those of one. */
  public static Distribution merged(List<Distribution> forks) {
    Tally all = new Tally();
    double sum = 0;
    for (Distribution fork : forks) {
      all.histogram().add(fork.decoded());
      sum += fork.mean * fork.count;
    }
    long count = all.histogram().getTotalCount();
    return of(all.histogram(), count == 0 ? 0 : sum / count);
  }

  private static String encoded(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer, Deflater.BEST_COMPRESSION);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  private Histogram decoded() {
    try {
      return Histogram.decodeFromCompressedByteBuffer(
          ByteBuffer.wrap(Base64.getDecoder().decode(histogram)), 0);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("no histogram of HdrHistogram's: " + histogram, e);
    }
  }
}
