package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.Distribution;
import dev.screentest.benchmarks.load.Distributions;
import dev.screentest.benchmarks.load.LoadResult;
import dev.screentest.benchmarks.load.ThreadKind;
import dev.screentest.benchmarks.result.Environment;
import dev.screentest.benchmarks.result.Machine;
import dev.screentest.benchmarks.result.Server;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes studies of pools for tests. */
public final class Studies {

  public static final Entrant JDBC = new Entrant("jdbc", "hikaricp", "17.0.15");
  public static final Entrant JDBI = new Entrant("jdbi", "hikaricp", "17.0.15");

  private static final long MICRO = 1_000;

  private Studies() {}

  /** Returns a cell of a map. */
  public static Cell map(int threads, int size) {
    return Cell.closed(Scenario.MAP, UnitMix.READ, ThreadKind.PLATFORM, threads, size);
  }

  /** Returns the header of a study of JDBC and JDBI. */
  public static PoolHeader header(List<Cell> cells) {
    return header(cells, List.of(JDBC, JDBI));
  }

  /** Returns the header of a study. */
  public static PoolHeader header(List<Cell> cells, List<Entrant> entrants) {
    return new PoolHeader(
        "2026-11-26T12:00:00Z",
        List.of("pool"),
        "small (1 000 movies, 4 000 actors)",
        "jdbc",
        entrants,
        cells,
        150,
        400,
        0,
        false,
        7,
        new Environment(
            new Machine("Linux", "a CPU", 2, 1L << 33, null, null, true, true, 0.1),
            new Server(
                "18.6", "embedded", Collections.unmodifiableSortedMap(new TreeMap<>()), null),
            "a JVM",
            List.of(),
            "1.37",
            "abc",
            Map.of()));
  }

  /**
   * Returns a load.
   *
   * @param units in its one second
   * @param holdMicros of each of its units
   * @param inUse as the pool says
   * @param machineLoad of all CPUs
   */
  public static LoadResult load(long units, long holdMicros, double inUse, double machineLoad) {
    return load(units, holdMicros, inUse, machineLoad, 0);
  }

  /**
   * Returns the same while the compiler works.
   *
   * @param compilers how many of its threads
   */
  public static LoadResult load(
      long units, long holdMicros, double inUse, double machineLoad, double compilers) {
    Distribution hold = Distributions.repeated(units, holdMicros * MICRO);
    return new LoadResult(
        1,
        units,
        Distributions.repeated(units, 2 * holdMicros * MICRO),
        Distributions.repeated(units, 0),
        Distributions.repeated(units, holdMicros * MICRO / 2),
        hold,
        inUse,
        Collections.nCopies(10, inUse),
        units * holdMicros / 1e6,
        0.5,
        3,
        600,
        0,
        0,
        0,
        null,
        machineLoad,
        1.2,
        compilers);
  }

  /** Returns what came of a cell in a round, of units that hold 300 µs each. */
  public static Measured measured(Entrant entrant, int round, Cell cell, long units) {
    return measured(entrant, round, cell, load(units, 300, units * 300 / 1e6, 0.97));
  }

  /** Returns what came of a cell in a round. */
  public static Measured measured(Entrant entrant, int round, Cell cell, LoadResult load) {
    return new Measured(entrant, round, 0, cell, load, null, List.of());
  }
}
