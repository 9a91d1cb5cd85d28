package dev.screentest.benchmarks.load;

import java.util.List;

/**
 * What came of a load, and its course.
 *
 * @param course by the tenth of a second; empty unless it was traced
 */
public record TracedResult(LoadResult result, List<Moment> course) {

  public TracedResult {
    course = List.copyOf(course);
  }
}
