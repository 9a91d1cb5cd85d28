package dev.screentest.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Puts single units of work together by the tenth of a second in which they were due. */
final class Course {

  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);

  private Course() {}

  static List<Moment> of(List<Trace> traces) {
    SortedMap<Long, Tally> steps = new TreeMap<>();
    for (Trace trace : traces) {
      for (int i = 0; i < trace.size(); i++) {
        steps.computeIfAbsent(trace.due(i) / STEP, step -> new Tally()).add(trace.latency(i));
      }
    }
    List<Moment> moments = new ArrayList<>();
    steps.forEach(
        (step, tally) -> {
          Histogram histogram = tally.histogram();
          moments.add(
              new Moment(
                  TimeUnit.NANOSECONDS.toMillis(step * STEP),
                  histogram.getTotalCount(),
                  histogram.getValueAtPercentile(50),
                  histogram.getValueAtPercentile(99),
                  histogram.getMaxValue()));
        });
    return moments;
  }
}
