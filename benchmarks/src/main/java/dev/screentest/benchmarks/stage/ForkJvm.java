package dev.screentest.benchmarks.stage;

import java.util.List;

/**
 * The arguments of the JVM that measures. Named in full, since otherwise JMH copies those of its
 * own JVM, and on one or two cores the JVM picks another collector.
 *
 * <p>The heap is in memory before anything is measured. Otherwise each operation pays for the pages
 * that it is the first to touch, until the collector comes round to them: in proportion to what it
 * allocates, and on virtual machines more than for everything else.
 */
public final class ForkJvm {

  public static final String INITIAL_HEAP = "-Xms512m";
  public static final String MAXIMUM_HEAP = "-Xmx512m";
  public static final String COLLECTOR = "-XX:+UseG1GC";

  public static final String TOUCHED_HEAP = "-XX:+AlwaysPreTouch";

  /** Quick to touch. Linux alone has them. */
  public static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";

  public static final String ON_OTHER_SYSTEMS = "-XX:+IgnoreUnrecognizedVMOptions";

  private ForkJvm() {}

  /** Returns those that decide about memory. */
  public static List<String> arguments() {
    return List.of(INITIAL_HEAP, MAXIMUM_HEAP, COLLECTOR, TOUCHED_HEAP, HUGE_PAGES);
  }
}
