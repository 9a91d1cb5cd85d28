package dev.screentest.benchmarks.show;

import dev.screentest.testbed.meter.BoundParameter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the server how it executes a statement, without executing it. */
final class PlanReader {

  /** What EXPLAIN takes (PostgreSQL manual, EXPLAIN). */
  private static final Set<String> EXPLAINED =
      Set.of("select", "insert", "update", "delete", "merge", "with", "values");

  private static final String NAME = "screentest_show";

  private final Connection connection;

  /**
   * Creates a reader.
   *
   * @param connection its search path leads to the schema
   */
  PlanReader(Connection connection) {
    this.connection = connection;
  }

  /** Returns the names of the types of parameters. */
  List<String> types(List<BoundParameter> parameters) throws SQLException {
    List<String> types = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select case when ? = 0 then 'unknown' else format_type(?, null) end")) {
      for (BoundParameter parameter : parameters) {
        statement.setInt(1, parameter.typeOid());
        statement.setInt(2, parameter.typeOid());
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          types.add(row.getString(1));
        }
      }
    }
    return types;
  }

  /** Returns the plan for these values, line by line; nothing for what has no plan. */
  List<String> plan(String sql, List<BoundParameter> parameters, List<String> types) {
    String first = sql.strip().split("\\W", 2)[0].toLowerCase(Locale.ROOT);
    if (!EXPLAINED.contains(first)) {
      return List.of();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "prepare "
              + NAME
              + (types.isEmpty() ? "" : "(" + String.join(", ", types) + ")")
              + " as "
              + sql);
      try {
        return explain(statement, parameters);
      } finally {
        statement.execute("deallocate " + NAME);
      }
    } catch (SQLException e) {
      return List.of("(the server does not say: " + e.getMessage() + ")");
    }
  }

  private static List<String> explain(Statement statement, List<BoundParameter> parameters)
      throws SQLException {
    List<String> plan = new ArrayList<>();
    String values =
        parameters.stream()
            .map(parameter -> literal(parameter.value()))
            .collect(Collectors.joining(", "));
    try (ResultSet rows =
        statement.executeQuery(
            "explain execute " + NAME + (values.isEmpty() ? "" : "(" + values + ")"))) {
      while (rows.next()) {
        plan.add(rows.getString(1));
      }
    }
    return plan;
  }

  private static String literal(@Nullable String value) {
    return value == null ? "null" : "'" + value.replace("'", "''") + "'";
  }
}
