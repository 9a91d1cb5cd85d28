package dev.screentest.benchmarks.stage;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of the JVM that measures. Named in full, since otherwise JMH copies those of its
 * own JVM, and on one or two cores the JVM picks another collector.
 *
 * <p>The heap is in memory before anything is measured. Otherwise each operation pays for the pages
 * that it is the first to touch, until the collector comes round to them: in proportion to what it
 * allocates, and on virtual machines more than for everything else.
 */
public final class ForkJvm {

  private static final int HEAP_MEGABYTES = 512;

  public static final String INITIAL_HEAP = "-Xms" + HEAP_MEGABYTES + "m";
  public static final String MAXIMUM_HEAP = "-Xmx" + HEAP_MEGABYTES + "m";
  public static final String COLLECTOR = "-XX:+UseG1GC";

  public static final String TOUCHED_HEAP = "-XX:+AlwaysPreTouch";

  /** Quick to touch. Linux alone has them. */
  public static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";

  public static final String ON_OTHER_SYSTEMS = "-XX:+IgnoreUnrecognizedVMOptions";

  /**
   * What a JVM warns of goes to where its errors go: on its standard output a process that is
   * listened to says nothing but its answers. To be named before all others.
   */
  public static final List<String> QUIET_OUTPUT =
      List.of("-Xlog:disable", "-Xlog:all=warning:stderr");

  private static final long BYTES_PER_MEGABYTE = 1 << 20;

  private ForkJvm() {}

  /** Returns those that decide about memory. */
  public static List<String> arguments() {
    return List.of(INITIAL_HEAP, MAXIMUM_HEAP, COLLECTOR, TOUCHED_HEAP, HUGE_PAGES);
  }

  /**
   * Looks at this JVM's own heap and collector, whatever it was started with.
   *
   * @return what is not as these arguments say; empty if all is
   */
  static Optional<String> complaint() {
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();
    if (heap != HEAP_MEGABYTES * BYTES_PER_MEGABYTE) {
      return Optional.of(
          "setting heap: planned %d bytes but is %d"
              .formatted(HEAP_MEGABYTES * BYTES_PER_MEGABYTE, heap));
    }
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(MemoryManagerMXBean::getName)
        .filter(name -> !name.startsWith("G1 "))
        .findFirst()
        .map("setting collector: planned G1 but is %s"::formatted);
  }
}
