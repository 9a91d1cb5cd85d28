package dev.screentest.testbed.database;

import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of the servers that we start. */
final class ServerSettings {
  /** What wakes the statistics in a session of their superuser. */
  static final String METERED_SESSION = "-c compute_query_id=on -c pg_stat_statements.track=top";

  private ServerSettings() {}

  static Map<String, String> of(DurabilityProfile profile) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("fsync", profile.setting());
    settings.put("synchronous_commit", profile.setting());
    settings.put("full_page_writes", profile.setting());
    // Compiling a plan, vacuuming and new statistics in the middle of a run would change its times.
    settings.put("jit", "off");
    settings.put("autovacuum", "off");
    settings.put("checkpoint_timeout", "30min");
    settings.put("max_wal_size", "2GB");
    settings.put("shared_buffers", "256MB");
    settings.put("max_connections", "200");
    settings.put("TimeZone", "UTC");
    settings.put("log_timezone", "UTC");
    // Statements that fail on purpose would fill the disk with their text.
    settings.put("log_min_messages", "log");
    settings.put("log_min_error_statement", "panic");
    return settings;
  }

  /**
   * The same with the statistics of statements, where the extension's library is installed; asleep,
   * since counting costs time, until a session has {@link #METERED_SESSION}.
   */
  static Map<String, String> withStatistics(DurabilityProfile profile) {
    Map<String, String> settings = of(profile);
    settings.put("shared_preload_libraries", "pg_stat_statements");
    settings.put("pg_stat_statements.max", "10000");
    settings.put("pg_stat_statements.save", "off");
    settings.put("pg_stat_statements.track", "none");
    settings.put("compute_query_id", "off");
    return settings;
  }
}
