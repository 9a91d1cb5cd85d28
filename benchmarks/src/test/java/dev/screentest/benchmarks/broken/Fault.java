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
  HANGS("hangs"),
  /** Inserts row by row what was to be a batch, as identity ids make it. */
  NO_BATCH("no-batch"),
  /** Commits each call, though the unit promises all or nothing. */
  COMMITS_EACH("commits-each"),
  /** Puts off all commits but each tenth, so that ten units are one transaction. */
  COMMITS_TENTH("commits-tenth"),
  /** Stores a copy, so that the caller's object has no id. */
  NO_KEYS("no-keys"),
  /** Keeps the objects of earlier units. */
  KEEPS_CONTEXT("keeps-context"),
  /** Answers the same question from a cache. */
  CACHES("caches"),
  /** Takes every loaded object for unchanged. */
  SKIPS_UPDATES("skips-updates"),
  /** Returns lists in an order of its own. */
  NO_ORDER("no-order"),
  /** Drops an index. */
  NO_INDEX("no-index"),
  /** Fetches one level less. */
  SHALLOW("shallow"),
  /** Fetches one level more. */
  DEEP("deep"),
  /** Changes a setting of its sessions. */
  SETS("sets"),
  /** Lets the driver name every statement at once. */
  PREPARES("prepares"),
  /** Changes a row while it reads. */
  SCRIBBLES("scribbles"),
  /** Keeps the server from counting what its sessions do. */
  HIDES("hides"),
  /** Never gives a connection back. */
  KEEPS_CONNECTION("keeps-connection");

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
