package dev.screentest.benchmarks.workload;

import java.util.List;

/**
 * Arguments that can be used once each. Not thread-safe.
 *
 * @param <T> the type of an argument
 */
final class Once<T> {

  private final List<T> arguments;
  private int position;

  Once(List<T> arguments) {
    this.arguments = arguments;
  }

  T next() {
    if (position == arguments.size()) {
      throw new IllegalStateException(
          "all "
              + position
              + " operations that were prepared are done; measure in JMH's mode ss, with the batch"
              + " size as the number of operations");
    }
    return arguments.get(position++);
  }

  /** Returns those that were used, in their order. */
  List<T> used() {
    return arguments.subList(0, position);
  }

  /** Returns those that were not used. */
  List<T> left() {
    return arguments.subList(position, arguments.size());
  }
}
