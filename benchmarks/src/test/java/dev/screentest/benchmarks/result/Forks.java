package dev.screentest.benchmarks.result;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** The forks that a run must have. */
public final class Forks {

  private Forks() {}

  /** Returns the forks of a cell by round. */
  public static Map<Integer, Fork> of(RunData data, CellId cell) {
    return requireNonNull(data.forks().get(cell), () -> "no fork of " + cell);
  }

  /** Returns the fork of a cell in a round. */
  public static Fork of(RunData data, CellId cell, int round) {
    return requireNonNull(of(data, cell).get(round), () -> "no fork of " + cell + " in " + round);
  }
}
