package dev.screentest.testbed.fault;

import dev.screentest.domain.CommitUnknownException;
import dev.screentest.domain.ConnectionLostException;
import dev.screentest.domain.StoreException;
import dev.screentest.domain.StoreTimeoutException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What strikes while units of work are performed, and what they may then end with. */
public enum Fault {
  /** The server ends one session between two statements of its unit of work. */
  BACKEND_KILLED("backend-killed", "one session ended between two statements of its unit of work"),
  /** The server ends all sessions of the pool, whatever they are doing. */
  ALL_BACKENDS_KILLED("all-backends-killed", "all sessions of the pool ended at once"),
  /** Nothing arrives for a second, and nothing is lost. */
  NETWORK_STALLED("network-stalled", "nothing arrives for a second, and nothing is lost"),
  /** Commits are done, but the connection breaks before the answer arrives. */
  ANSWER_LOST("answer-lost", "commits done, and the connection cut before their answer arrives"),
  /** The server is stopped and comes back. */
  SERVER_RESTARTED("server-restarted", "the server stopped and started again"),
  /** The server is stopped and does not come back. */
  SERVER_GONE("server-gone", "the server stopped for good");

  private final String label;
  private final String summary;

  Fault(String label, String summary) {
    this.label = label;
    this.summary = summary;
  }

  /** Returns the name by which users choose it. */
  public String label() {
    return label;
  }

  /** Returns what happens, in some words. */
  public String summary() {
    return summary;
  }

  /** Returns whether it takes a server that can be stopped. */
  public boolean stopsTheServer() {
    return this == SERVER_RESTARTED || this == SERVER_GONE;
  }

  /** Returns whether it passes, so that units of work succeed again. */
  public boolean passes() {
    return this != SERVER_GONE;
  }

  /** Returns whether no unit of work can end while it lasts. */
  boolean holdsUnits() {
    return this == NETWORK_STALLED;
  }

  /**
   * Returns the exceptions that units of work may end with. Where sessions end in any state, the
   * pool may also have none to give in time, and nobody be left to answer a commit.
   */
  Set<Class<? extends StoreException>> documented() {
    return switch (this) {
      case BACKEND_KILLED -> Set.of(ConnectionLostException.class);
      case NETWORK_STALLED -> Set.of();
      case ANSWER_LOST -> Set.of(CommitUnknownException.class);
      case ALL_BACKENDS_KILLED, SERVER_RESTARTED, SERVER_GONE ->
          Set.of(
              ConnectionLostException.class,
              StoreTimeoutException.class,
              CommitUnknownException.class);
    };
  }

  /**
   * Returns how many units of work do not end with a commit that is known; empty where that is a
   * matter of luck.
   */
  OptionalInt unitsHit(int writers) {
    return switch (this) {
      case BACKEND_KILLED -> OptionalInt.of(1);
      case NETWORK_STALLED -> OptionalInt.of(0);
      case ANSWER_LOST -> OptionalInt.of(writers);
      case ALL_BACKENDS_KILLED, SERVER_RESTARTED, SERVER_GONE -> OptionalInt.empty();
    };
  }

  /**
   * Finds a fault by its label.
   *
   * @throws IllegalArgumentException listing the valid ones
   */
  public static Fault of(String label) {
    return Arrays.stream(values())
        .filter(fault -> fault.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no fault '%s'. Valid are: %s."
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(Fault::label)
                                .collect(Collectors.joining(", ")))));
  }
}
