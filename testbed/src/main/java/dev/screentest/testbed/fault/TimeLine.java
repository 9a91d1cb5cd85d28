package dev.screentest.testbed.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How many units of work ended when, from a little before a fault on.
 *
 * @param buckets of {@link #BUCKET} each
 * @param before how many of them lie before the fault
 */
public record TimeLine(List<Bucket> buckets, int before) {
  /** The length of a bucket. */
  public static final Duration BUCKET = Duration.ofMillis(100);

  /** What is shown of the time before. */
  private static final int BUCKETS_BEFORE = 3;

  /** Copies the buckets. */
  public TimeLine {
    buckets = List.copyOf(buckets);
  }

  /**
   * The units of work that ended in a while.
   *
   * @param committed with a commit that is known
   * @param failed with an error that promises that nothing is stored
   * @param unknown with the word that nobody knows
   */
  public record Bucket(int committed, int failed, int unknown) {
    private static final Bucket EMPTY = new Bucket(0, 0, 0);

    private Bucket plus(Attempt.Outcome outcome) {
      return switch (outcome) {
        case COMMITTED -> new Bucket(committed + 1, failed, unknown);
        case FAILED -> new Bucket(committed, failed + 1, unknown);
        case UNKNOWN -> new Bucket(committed, failed, unknown + 1);
      };
    }
  }

  static TimeLine of(Collection<Attempt> attempts, long struckNanos) {
    long startNanos = struckNanos - BUCKETS_BEFORE * BUCKET.toNanos();
    List<Bucket> buckets = new ArrayList<>();
    for (Attempt attempt : attempts) {
      int index = (int) Math.floorDiv(attempt.endedNanos() - startNanos, BUCKET.toNanos());
      if (index >= 0) {
        while (buckets.size() <= index) {
          buckets.add(Bucket.EMPTY);
        }
        buckets.set(index, buckets.get(index).plus(attempt.outcome()));
      }
    }
    return new TimeLine(buckets, Math.min(BUCKETS_BEFORE, buckets.size()));
  }

  /**
   * Returns a sign for each bucket: {@code +} commits alone, {@code x} failures, {@code ?} unknown
   * ends and no failure, {@code .} no end at all; and {@code |} where the fault struck.
   */
  public String signs() {
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < buckets.size(); i++) {
      signs.append(i == before ? "|" : "").append(sign(buckets.get(i)));
    }
    return signs.toString();
  }

  private static char sign(Bucket bucket) {
    if (bucket.failed() > 0) {
      return 'x';
    }
    if (bucket.unknown() > 0) {
      return '?';
    }
    return bucket.committed() > 0 ? '+' : '.';
  }
}
