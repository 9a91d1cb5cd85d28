package dev.screentest.benchmarks.broken;

import dev.screentest.domain.Variant;
import java.util.Arrays;

/** What a store does wrong. */
enum Fault {
  /** Finds movies with another title. */
  WRONG_TITLE(Variant.TAUGHT),
  /** Rolls every transaction back. */
  FORGETS("forgets"),
  /** Sends a statement more than it needs. */
  TALKS("talks"),
  /** Reads without a transaction. */
  SAVES_THE_TRANSACTION("saves"),
  /** Throws what no contract knows. */
  BREAKS("breaks"),
  /** Comes to rest in the middle of being measured. */
  HANGS("hangs");

  private final String label;

  Fault(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Fault of(String label) {
    return Arrays.stream(values())
        .filter(fault -> fault.label.equals(label))
        .findFirst()
        .orElseThrow();
  }
}
