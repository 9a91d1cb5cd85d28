package dev.screentest.benchmarks.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the five tables hold, as a number of rows and a hash of them for each: computed by the
 * server, whatever the size.
 *
 * @param tables what each table holds, by name
 */
record TablesDigest(Map<String, String> tables) {

  private static final List<String> TABLES =
      List.of("movies", "actors", "movies_actors", "stuntmen", "contact_details");

  /** Reads it through a connection whose search path leads to the schema. */
  static TablesDigest read(Connection connection) throws SQLException {
    Map<String, String> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*) || ' rows, hash '"
                    + " || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)"
                    + " from "
                    + table
                    + " t")) {
          row.next();
          tables.put(table, row.getString(1));
        }
      }
    }
    return new TablesDigest(tables);
  }

  /**
   * Compares with what must be there.
   *
   * @throws GateException if a table holds something else
   */
  void require(TablesDigest expected, String when) {
    for (String table : TABLES) {
      if (!String.valueOf(tables.get(table)).equals(expected.tables.get(table))) {
        throw new GateException(
            "table %s holds something else %s: expected %s but was %s"
                .formatted(table, when, expected.tables.get(table), tables.get(table)));
      }
    }
  }
}
