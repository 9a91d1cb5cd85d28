package dev.screentest.benchmarks.result;

import java.time.Instant;

/**
 * The run came to its end; a journal without one was broken off.
 *
 * @param reason what ended it
 */
public record RunEnd(Instant ended, Reason reason) implements JournalEntry {

  /** What ends a run. */
  public enum Reason {
    /** All rounds that were asked for are done. */
    ROUNDS,
    /** The intervals are as narrow as they were asked to be. */
    PRECISION,
    /** The time is over. */
    BUDGET,
    /** Every cell failed or was left out. */
    NOTHING_LEFT
  }
}
