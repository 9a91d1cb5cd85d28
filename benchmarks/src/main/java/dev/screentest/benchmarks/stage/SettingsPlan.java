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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
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

  private static final Duration POOL_SETTLES = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofMillis(10);

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
    Optional<String> ofPool = poolComplaint(pool);
    if (ofPool.isPresent()) {
      return ofPool;
    }
    Comparison comparison = new Comparison();
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
    return comparison.first();
  }

  /** Some pools close and open connections in the background, which takes its time. */
  private static Optional<String> poolComplaint(PooledDatabase pool) {
    long deadline = System.nanoTime() + POOL_SETTLES.toNanos();
    Optional<String> complaint = poolComplaintNow(pool);
    while (complaint.isPresent() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(POLL.toNanos());
      complaint = poolComplaintNow(pool);
    }
    return complaint;
  }

  private static Optional<String> poolComplaintNow(PooledDatabase pool) {
    Comparison comparison = new Comparison();
    comparison.add("the pool's own", PoolSettings.of(pool.options()), pool.poolSettings());
    PoolState state = pool.poolState();
    int least = pool.options().minimumIdle();
    int most = pool.options().size();
    if (state.total() < least || state.total() > most) {
      comparison.add("connections of the pool", least + " to " + most, state.total());
    }
    comparison.add("connections that nobody uses", state.total(), state.idle());
    return comparison.first();
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

  /** Keeps the first difference, in words. */
  private static final class Comparison {

    private @Nullable String difference;

    void add(String name, Object planned, @Nullable Object actual) {
      if (difference == null && !planned.equals(actual)) {
        difference = "setting %s: planned %s but is %s".formatted(name, planned, actual);
      }
    }

    Optional<String> first() {
      return Optional.ofNullable(difference);
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
