package dev.screentest.benchmarks.stage;

/**
 * The arguments of the JVM that measures. Named in full, since otherwise JMH copies those of its
 * own JVM, and on one or two cores the JVM picks another collector.
 */
public final class ForkJvm {

  public static final String INITIAL_HEAP = "-Xms1g";
  public static final String MAXIMUM_HEAP = "-Xmx1g";
  public static final String COLLECTOR = "-XX:+UseG1GC";

  private ForkJvm() {}
}
