package dev.screentest.benchmarks.workload;

import dev.screentest.testbed.data.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Arguments drawn at random before the clock runs, the same for every contestant; they come again
 * after the last. Not thread-safe.
 *
 * @param <T> the type of an argument
 */
final class Cycle<T> {

  private final List<T> arguments;
  private int position;

  private Cycle(List<T> arguments) {
    this.arguments = arguments;
  }

  /**
   * Draws arguments from the seed of the data sets.
   *
   * @param stream tells the random numbers of one user from those of another
   */
  static <T> Cycle<T> draw(int size, int stream, Function<SplittableRandom, T> argument) {
    SplittableRandom random = new SplittableRandom(DataSet.SEED + stream);
    List<T> arguments = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      arguments.add(argument.apply(random));
    }
    return new Cycle<>(arguments);
  }

  T next() {
    T argument = peek();
    position++;
    return argument;
  }

  /** Returns what comes next without taking it. */
  T peek() {
    if (position == arguments.size()) {
      position = 0;
    }
    return arguments.get(position);
  }

  /** Returns the first different arguments, at most so many. */
  List<T> sample(int most) {
    return arguments.stream().distinct().limit(most).toList();
  }
}
