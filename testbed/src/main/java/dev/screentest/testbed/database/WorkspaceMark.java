package dev.screentest.testbed.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment on a schema that says whose it is.
 *
 * @param pid the process that made it
 * @param host the machine of that process
 * @param started when that process started: another one may have its number later
 * @param purpose what for
 */
record WorkspaceMark(long pid, String host, Instant started, String purpose) {
  private static final Pattern FORM =
      Pattern.compile(
          "screentest workspace of process (\\d+) on (\\S+) since (\\S+): (.*)", Pattern.DOTALL);

  /**
   * Two JVMs on Linux may differ about the start of a process by as much as the clock was set in
   * between; no number of a process comes again as soon as that.
   */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(10);

  static WorkspaceMark ofThisProcess(String purpose) {
    ProcessHandle process = ProcessHandle.current();
    return new WorkspaceMark(
        process.pid(),
        hostName(),
        process.info().startInstant().orElseGet(Instant::now).truncatedTo(ChronoUnit.SECONDS),
        purpose);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // A machine may have no name; its workspaces are then told apart by their locks alone.
      return "unknown";
    }
  }

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

  /** Whether that very process runs on this machine, and not just one with its number. */
  boolean isOfLivingProcess() {
    return host.equals(hostName())
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .map(process -> process.info().startInstant().map(this::isStart).orElse(true))
            .orElse(false);
  }

  private boolean isStart(Instant start) {
    return Duration.between(start, started).abs().compareTo(START_TOLERANCE) <= 0;
  }
}
