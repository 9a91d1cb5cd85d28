package dev.screentest.testbed.database;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which PostgreSQL this is, as it says itself, and what the driver does with connections to it.
 *
 * @param kind {@code embedded}, {@code testcontainers IMAGE} or {@code external}
 * @param version its version as it prints it, for instance {@code 18.6}
 * @param versionNumber the same as a number, for instance 180006
 * @param address host and port, several with commas
 * @param database the database's name
 * @param settings what was asked for or matters, read back: fsync, synchronous_commit, jit,
 *     autovacuum, shared_buffers, max_connections, server_encoding, the database's locale as
 *     lc_collate, locale_provider and locale, and TimeZone, which is that of our sessions: the
 *     driver sets it to the JVM's; and ssl_in_use, the version of TLS of connections that are
 *     timed, or off
 * @param driver what the driver does with a connection, by the names of its own properties
 * @param statementStatistics the view of pg_stat_statements, with its schema; empty where the
 *     extension is missing, not loaded or not for us
 * @param canWakeStatistics whether our sessions may switch these statistics on for themselves,
 *     which takes a superuser
 */
public record ServerInfo(
    String kind,
    String version,
    int versionNumber,
    String address,
    String database,
    SortedMap<String, String> settings,
    SortedMap<String, String> driver,
    Optional<String> statementStatistics,
    boolean canWakeStatistics) {

  /** Copies both kinds of settings. */
  public ServerInfo {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    driver = Collections.unmodifiableSortedMap(new TreeMap<>(driver));
  }

  /** A setting's value on the server; {@code unknown} where the server has no such setting. */
  public String setting(String name) {
    return settings.getOrDefault(name, "unknown");
  }
}
