package dev.screentest.benchmarks.stage;

import dev.screentest.testbed.database.DriverSettings;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PoolSettings;
import dev.screentest.testbed.database.PoolState;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.ServerInfo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings that hold for every contestant: those of the server as it was found, which are
 * printed with each result, and those that the pool gives its sessions. They are read back through
 * the contestant's own connections, where they count.
 *
 * @param settings values as {@code pg_settings} shows them, by name
 * @param driver what the driver does with a connection, by the names of its own properties
 */
record SettingsPlan(Map<String, String> settings, Map<String, String> driver) {

  /** What the driver asks for itself, or nobody may change for a session. */
  private static final List<String> OF_SESSIONS =
      List.of(
          "application_name",
          "cursor_tuple_fraction",
          "default_transaction_deferrable",
          "default_transaction_isolation",
          "default_transaction_read_only",
          "enable_bitmapscan",
          "enable_hashagg",
          "enable_hashjoin",
          "enable_indexonlyscan",
          "enable_indexscan",
          "enable_material",
          "enable_memoize",
          "enable_mergejoin",
          "enable_nestloop",
          "enable_seqscan",
          "enable_sort",
          "extra_float_digits",
          "from_collapse_limit",
          "geqo",
          "join_collapse_limit",
          "lock_timeout",
          "plan_cache_mode",
          "random_page_cost",
          "statement_timeout",
          "work_mem");

  SettingsPlan {
    settings = Map.copyOf(settings);
    driver = Map.copyOf(driver);
  }

  /** Reads what holds in a fresh session that no contestant has had. */
  static SettingsPlan of(Connection fresh, ServerInfo server, PoolOptions pool)
      throws SQLException {
    SortedMap<String, String> settings = read(fresh, OF_SESSIONS);
    settings.put("statement_timeout", String.valueOf(pool.statementTimeout().toMillis()));
    settings.put("lock_timeout", String.valueOf(pool.lockTimeout().toMillis()));
    List<String> ofServer =
        server.settings().keySet().stream().filter(name -> !settings.containsKey(name)).toList();
    // As pg_settings has them, without units; what the server said when it was found is compared
    // in its own words below.
    settings.putAll(read(fresh, ofServer));
    return new SettingsPlan(settings, DriverSettings.of(fresh));
  }

  /**
   * Compares with what holds on the idle connections of a pool.
   *
   * @return the first value that differs; empty if none does
   */
  Optional<String> complaint(PooledDatabase pool, ServerInfo server) throws SQLException {
    Comparison comparison = new Comparison();
    comparePool(pool, comparison);
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < pool.options().minimumIdle(); i++) {
        taken.add(pool.dataSource().getConnection());
      }
      for (Connection connection : taken) {
        compareSession(connection, server, comparison);
      }
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    return comparison.differences.stream().findFirst();
  }

  private static void comparePool(PooledDatabase pool, Comparison comparison) {
    comparison.add("the pool's own", PoolSettings.of(pool.options()), pool.poolSettings());
    PoolState state = pool.poolState();
    int least = pool.options().minimumIdle();
    int most = pool.options().size();
    if (state.total() < least || state.total() > most) {
      comparison.add("connections of the pool", least + " to " + most, state.total());
    }
    comparison.add("connections that nobody uses", state.total(), state.idle());
  }

  private void compareSession(Connection connection, ServerInfo server, Comparison comparison)
      throws SQLException {
    Map<String, String> actual = read(connection, List.copyOf(settings.keySet()));
    for (Map.Entry<String, String> planned : new TreeMap<>(settings).entrySet()) {
      comparison.add(planned.getKey(), planned.getValue(), actual.get(planned.getKey()));
    }
    Map<String, String> current = current(connection, List.copyOf(server.settings().keySet()));
    for (Map.Entry<String, String> found : server.settings().entrySet()) {
      if (settings.containsKey(found.getKey())) {
        comparison.add(found.getKey(), found.getValue(), current.get(found.getKey()));
      }
    }
    for (Map.Entry<String, String> told : DriverSettings.of(connection).entrySet()) {
      comparison.add(told.getKey(), driver.getOrDefault(told.getKey(), ""), told.getValue());
    }
    comparison.add(
        "isolation of transactions",
        Connection.TRANSACTION_READ_COMMITTED,
        connection.getTransactionIsolation());
    comparison.add("autocommit of an idle connection", true, connection.getAutoCommit());
    comparison.add("read-only mode of an idle connection", false, connection.isReadOnly());
  }

  /** What differs, in words, in the order in which it was found. */
  private static final class Comparison {

    final List<String> differences = new ArrayList<>();

    void add(String name, Object planned, @Nullable Object actual) {
      if (!planned.equals(actual)) {
        differences.add("setting %s: planned %s but is %s".formatted(name, planned, actual));
      }
    }
  }

  private static SortedMap<String, String> current(Connection connection, List<String> names)
      throws SQLException {
    return pairs(
        connection, "select name, current_setting(name, true) from unnest(?::text[]) name", names);
  }

  private static SortedMap<String, String> read(Connection connection, List<String> names)
      throws SQLException {
    return pairs(connection, "select name, setting from pg_settings where name = any(?)", names);
  }

  private static SortedMap<String, String> pairs(
      Connection connection, String query, List<String> names) throws SQLException {
    SortedMap<String, String> settings = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, connection.createArrayOf("text", names.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          settings.put(rows.getString(1), String.valueOf(rows.getString(2)));
        }
      }
    }
    return settings;
  }
}
