package dev.screentest.benchmarks.show;

import dev.screentest.testbed.meter.BoundParameter;
import dev.screentest.testbed.meter.WireCounts;
import java.util.List;
import java.util.Map;

/** What a contestant did in one operation of a workload. */
public sealed interface Exhibit {

  /**
   * It did it.
   *
   * @param counts what it cost on the wire
   * @param statements the different statements, in the order of their first use
   * @param sources the source of the methods that led to them, outermost first, by their names
   */
  record Shown(WireCounts counts, List<Statement> statements, Map<String, String> sources)
      implements Exhibit {}

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
