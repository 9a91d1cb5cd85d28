package dev.screentest.benchmarks.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where and with what a run took place.
 *
 * @param revision the revision of Screentest; {@code unknown} outside a working copy
 * @param jmh the version of JMH
 * @param jvmArguments those of the forks
 * @param libraries name and version of each implementation's framework, and of driver and pool
 */
public record Environment(
    Machine machine,
    Server server,
    String jvm,
    List<String> jvmArguments,
    String jmh,
    String revision,
    Map<String, String> libraries) {

  public Environment {
    jvmArguments = List.copyOf(jvmArguments);
    libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
  }
}
