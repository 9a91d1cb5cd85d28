package dev.screentest.benchmarks.show;

import dev.screentest.testbed.meter.BoundParameter;
import dev.screentest.testbed.meter.ConnectionTimes;
import dev.screentest.testbed.meter.ServerAnswer;
import dev.screentest.testbed.meter.ServerCounts;
import dev.screentest.testbed.meter.Testimony;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a contestant did in one operation of a workload. */
public sealed interface Exhibit {

  /**
   * It did it.
   *
   * @param counts what it cost on the wire, and what the server says
   * @param connections how long connections were waited for and held, over some more operations
   * @param statements the different statements, in the order of their first use
   * @param sources the source of the methods that led to them, outermost first, by their names
   */
  record Shown(
      Testimony counts,
      ConnectionTimes connections,
      List<Statement> statements,
      Map<String, String> sources)
      implements Exhibit {

    /** Why the wire's counts stand alone, or against the server's; empty when both agree. */
    public Optional<String> doubt() {
      return counts.server() instanceof ServerCounts server
          ? server
              .disagreement(counts.wire())
              .map(where -> "wire and server disagree about " + where)
          : counts.server() instanceof ServerAnswer.WireAlone silence
              ? Optional.of("on the wire alone: " + silence.reason())
              : Optional.empty();
    }
  }

  /** It does not, for this reason. */
  record Missing(String reason) implements Exhibit {}

  /**
   * A statement that was sent, with the values of the first time.
   *
   * @param times how often it was sent
   * @param types the names of the parameters' types
   * @param plan how the server executes it with these values, line by line; empty for what has none
   */
  record Statement(
      String sql,
      int times,
      List<BoundParameter> parameters,
      List<String> types,
      List<String> plan) {}
}
