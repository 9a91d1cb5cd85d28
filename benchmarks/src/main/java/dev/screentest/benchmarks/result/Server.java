package dev.screentest.benchmarks.result;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The database server.
 *
 * @param version of PostgreSQL
 * @param kind {@code embedded}, {@code testcontainers IMAGE} or {@code external}
 * @param settings read back from it
 * @param driver what the driver of this build does with a connection, read back; {@code null} in
 *     journals that do not say it
 */
public record Server(
    String version,
    String kind,
    SortedMap<String, String> settings,
    @Nullable SortedMap<String, String> driver) {

  public Server {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    driver = driver == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(driver));
  }
}
