package dev.screentest.testbed.meter;

import java.util.List;

/**
 * A piece of work as seen on the wire.
 *
 * @param counts what it cost
 * @param statements the text of everything that it sent, in order; "" is a validation
 */
public record WireObservation(WireCounts counts, List<String> statements) {
  /** Copies the list. */
  public WireObservation {
    statements = List.copyOf(statements);
  }
}
