package dev.screentest.benchmarks.workload;

import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.DataSet;
import java.util.Arrays;
import java.util.Optional;

/**
 * How many movies a data set must have, or an operation would do less than its name says, and how
 * many it may.
 *
 * @param movies the least
 * @param most as many at the most
 */
public record MoviesNeeded(long movies, long most) {

  /** What every data set has. */
  static final MoviesNeeded FEW = new MoviesNeeded(3);

  MoviesNeeded(long movies) {
    this(movies, Long.MAX_VALUE);
  }

  /**
   * Returns the same for a workload that changes something: all tables are read and compared in a
   * fork's memory.
   */
  MoviesNeeded heldInMemory() {
    return new MoviesNeeded(movies, DataSet.MEDIUM.catalogue().movies());
  }

  /** Returns the smallest data set that has so many, if any has. */
  public Optional<DataSet> smallest() {
    return Arrays.stream(DataSet.values())
        .filter(dataset -> isServedBy(dataset.catalogue()))
        .findFirst();
  }

  private boolean isServedBy(Catalogue catalogue) {
    return catalogue.movies() >= movies && catalogue.movies() <= most;
  }

  /** Returns why a catalogue cannot serve, if so. */
  public Optional<String> complaint(Catalogue catalogue) {
    if (catalogue.movies() > most) {
      return Optional.of(
          "compares all tables in memory, and can do so up to %,d movies: choose a smaller --dataset"
              .formatted(most));
    }
    return isServedBy(catalogue)
        ? Optional.empty()
        : Optional.of(
            "needs %,d movies, and the data set has %,d: %s"
                .formatted(
                    movies,
                    catalogue.movies(),
                    smallest()
                        .map(dataset -> "choose --dataset " + dataset.label() + " or a larger one")
                        .orElse("no data set has so many")));
  }

  /**
   * Requires that a catalogue can serve.
   *
   * @throws DataSetTooSmallException if not
   */
  void require(Catalogue catalogue) {
    complaint(catalogue)
        .ifPresent(
            complaint -> {
              throw new DataSetTooSmallException("this workload " + complaint);
            });
  }
}
