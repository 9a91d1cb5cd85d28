package dev.screentest.benchmarks.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where, with what and how a run took place.
 *
 * @param postgresql the server's version
 * @param serverKind {@code embedded}, {@code testcontainers IMAGE} or {@code external}
 * @param settings the server's settings, read back from it
 * @param jvm name and version of the JVM that measures
 * @param jvmArguments its arguments
 * @param operatingSystem name, version and architecture
 * @param cores processors that the JVM sees
 * @param dataset the data set and its size
 * @param seed where data and arguments come from
 * @param unit the kind of unit of work in which reads are done
 * @param rounds forks of each cell, taking turns with those of the others
 * @param orderSeed where the order of the contestants in a round comes from
 * @param jmh the version of JMH
 * @param frameworks name and version of the framework of each implementation
 */
public record Environment(
    String postgresql,
    String serverKind,
    SortedMap<String, String> settings,
    String jvm,
    List<String> jvmArguments,
    String operatingSystem,
    int cores,
    String dataset,
    long seed,
    String unit,
    int rounds,
    long orderSeed,
    String jmh,
    Map<String, String> frameworks) {

  public Environment {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    jvmArguments = List.copyOf(jvmArguments);
    frameworks = Collections.unmodifiableMap(new LinkedHashMap<>(frameworks));
  }
}
