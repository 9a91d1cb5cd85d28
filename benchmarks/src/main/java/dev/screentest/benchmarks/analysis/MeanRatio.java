package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.statistics.RatioInterval;
import java.util.List;

/**
 * The geometric mean of a contestant's ratios over workloads.
 *
 * @param workloads those in which it and the baseline have numbers
 */
public record MeanRatio(String contestant, RatioInterval interval, List<String> workloads) {

  public MeanRatio {
    workloads = List.copyOf(workloads);
  }
}
