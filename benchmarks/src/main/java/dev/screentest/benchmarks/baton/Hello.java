package dev.screentest.benchmarks.baton;

import java.util.List;

/**
 * What a fork says of itself when it comes.
 *
 * @param pid its process
 * @param jvm name and version of its JVM, as it sees itself
 * @param arguments the arguments of its JVM
 */
public record Hello(long pid, String jvm, List<String> arguments) {

  public Hello {
    arguments = List.copyOf(arguments);
  }
}
