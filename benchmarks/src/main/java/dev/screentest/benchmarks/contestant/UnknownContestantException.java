package dev.screentest.benchmarks.contestant;

import java.util.Collection;

/** There is no implementation or variant of a name; the message lists those that there are. */
public final class UnknownContestantException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownContestantException(String what, String name, Collection<String> valid) {
    super(
        "There is no "
            + what
            + " '"
            + name
            + "'. "
            + (valid.isEmpty()
                ? "None was named, or is on the class path."
                : "Valid are: " + String.join(", ", valid) + "."));
  }
}
