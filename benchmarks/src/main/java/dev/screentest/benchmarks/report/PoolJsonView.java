package dev.screentest.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.screentest.benchmarks.pool.PoolReport;

/**
 * What a study of pools found, for programs: one JSON object. Times are in nanoseconds unless a
 * name says otherwise; numbers are not rounded. Whole histograms are in the journal.
 */
public final class PoolJsonView {

  private PoolJsonView() {}

  /** Returns the object, indented. */
  public static String render(PoolReport report) {
    JsonNode node = JsonMapper.builder().build().valueToTree(report);
    withoutHistograms(node);
    return node.toPrettyString() + "\n";
  }

  private static void withoutHistograms(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("histogram");
    }
    node.forEach(PoolJsonView::withoutHistograms);
  }
}
