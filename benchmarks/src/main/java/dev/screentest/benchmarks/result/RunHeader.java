package dev.screentest.benchmarks.result;

import java.time.Instant;
import java.util.List;

/**
 * What a run set out to do, and where.
 *
 * @param started when
 * @param command its arguments, without passwords
 * @param fingerprint equal for runs whose times may be compared: same machine, same server
 *     settings, same tempo
 */
public record RunHeader(
    Instant started, List<String> command, Plan plan, Environment environment, String fingerprint)
    implements JournalEntry {

  public RunHeader {
    command = List.copyOf(command);
  }
}
