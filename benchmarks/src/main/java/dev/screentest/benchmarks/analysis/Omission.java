package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.CellId;

/** A cell that has no number, and why. */
public record Omission(CellId cell, Kind kind, String reason) {

  /** Why a cell has no number. */
  public enum Kind {
    /** A check or a fork failed. */
    FAILED("FAILED"),
    /** The variant declares that it cannot do this. */
    LEFT_OUT("left out"),
    /** The run ended before its turn. */
    NOT_MEASURED("not measured");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** Returns the kind in words. */
    public String label() {
      return label;
    }
  }
}
