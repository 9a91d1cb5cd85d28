package dev.screentest.benchmarks.result;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The database server.
 *
 * @param version of PostgreSQL
 * @param kind {@code embedded}, {@code testcontainers IMAGE} or {@code external}
 * @param settings read back from it
 */
public record Server(String version, String kind, SortedMap<String, String> settings) {

  public Server {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }
}
