package dev.screentest.benchmarks.show;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.testbed.meter.ConnectionTimes;
import dev.screentest.testbed.meter.SentStatement;
import dev.screentest.testbed.meter.Testimony;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Explains what was sent: the values and the plan of each different statement, and the source of
 * what sent it.
 *
 * @param packageName that of the implementation, whose methods are shown
 */
record Explanation(String packageName) {

  Exhibit of(Stage stage, Testimony counts, ConnectionTimes times, List<SentStatement> sent)
      throws SQLException {
    SourceTrail trail = new SourceTrail(packageName);
    Map<String, List<SentStatement>> bySql = new LinkedHashMap<>();
    for (SentStatement statement : sent) {
      bySql.computeIfAbsent(statement.sql(), sql -> new ArrayList<>()).add(statement);
    }
    List<Exhibit.Statement> statements = new ArrayList<>();
    try (Connection connection = stage.connect()) {
      PlanReader plans = new PlanReader(connection);
      for (List<SentStatement> same : bySql.values()) {
        SentStatement first = same.get(0);
        if (first.isWork()) {
          trail.add(first);
        }
        List<String> types = plans.types(first.parameters());
        statements.add(
            new Exhibit.Statement(
                first.sql(),
                same.size(),
                first.parameters(),
                types,
                first.isWork() ? plans.plan(first.sql(), first.parameters(), types) : List.of()));
      }
    }
    return new Exhibit.Shown(counts, times, statements, trail.sources());
  }
}
