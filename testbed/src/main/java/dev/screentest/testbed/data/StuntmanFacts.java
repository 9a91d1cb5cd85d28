package dev.screentest.testbed.data;

import dev.screentest.domain.Stuntman;

/** What a stuntman is, as values to compare. */
public record StuntmanFacts(long id, String name, boolean active) {

  /** Returns the facts of a stored stuntman. */
  public static StuntmanFacts of(Stuntman stuntman) {
    return new StuntmanFacts(
        Ids.of(stuntman, stuntman.getId()), stuntman.getName(), stuntman.isActive());
  }
}
