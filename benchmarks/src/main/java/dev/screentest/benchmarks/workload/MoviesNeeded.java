package dev.screentest.benchmarks.workload;

import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.DataSet;
import java.util.Arrays;
import java.util.Optional;

/**
 * How many movies a data set must have, or an operation would do less than its name says.
 *
 * @param movies the number
 */
public record MoviesNeeded(long movies) {

  /** What every data set has. */
  static final MoviesNeeded FEW = new MoviesNeeded(3);

  /** Returns the smallest data set that has so many, if any has. */
  public Optional<DataSet> smallest() {
    return Arrays.stream(DataSet.values())
        .filter(dataset -> dataset.catalogue().movies() >= movies)
        .findFirst();
  }

  /** Returns why a catalogue cannot serve, if so. */
  public Optional<String> complaint(Catalogue catalogue) {
    return catalogue.movies() >= movies
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
