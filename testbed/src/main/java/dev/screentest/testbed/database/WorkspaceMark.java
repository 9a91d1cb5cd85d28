package dev.screentest.testbed.database;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment on a schema that says whose it is.
 *
 * @param pid the process that made it
 * @param host the machine of that process
 * @param started when
 * @param purpose what for
 */
record WorkspaceMark(long pid, String host, Instant started, String purpose) {
  private static final Pattern FORM =
      Pattern.compile(
          "screentest workspace of process (\\d+) on (\\S+) since (\\S+): (.*)", Pattern.DOTALL);

  String comment() {
    return "screentest workspace of process %d on %s since %s: %s"
        .formatted(pid, host, started, purpose);
  }

  /** Reads a comment; empty when it is not ours. */
  static Optional<WorkspaceMark> read(String comment) {
    Matcher matcher = FORM.matcher(comment);
    return matcher.matches()
        ? Optional.of(
            new WorkspaceMark(
                Long.parseLong(matcher.group(1)),
                matcher.group(2),
                Instant.parse(matcher.group(3)),
                matcher.group(4)))
        : Optional.empty();
  }
}
