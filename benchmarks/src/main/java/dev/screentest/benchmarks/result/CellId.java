package dev.screentest.benchmarks.result;

/**
 * One contestant in one workload.
 *
 * @param workload such as {@code movie-with-cast/100}
 * @param contestant such as {@code jdbc}, {@code hibernate/tuned} or {@code jdbc#twin}
 */
public record CellId(String workload, String contestant) {

  @Override
  public String toString() {
    return workload + ", " + contestant;
  }
}
