package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.ThreadKind;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.PoolLibrary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a study measures.
 *
 * @param scenarios in the order of the report
 * @param units in the order of the report
 * @param kinds of threads
 * @param threads how many at once, ascending
 * @param sizes of the pool, ascending
 * @param contestants labels of implementations, the baseline first
 * @param pools labels of the pools' libraries
 * @param jvms what forks run on
 * @param leadIn how long a load runs before it counts
 * @param measured how long it counts
 * @param delay by how much each round trip to the server takes longer
 * @param isValidatingEachBorrow whether pools try a connection with a round trip each time they
 *     lend it, and not only one that lay idle
 * @param seed where orders, ids and arrivals come from
 */
public record StudyPlan(
    List<Scenario> scenarios,
    List<UnitMix> units,
    List<ThreadKind> kinds,
    List<Integer> threads,
    List<Integer> sizes,
    List<String> contestants,
    List<String> pools,
    List<Jvm> jvms,
    DataSet dataset,
    int rounds,
    Duration leadIn,
    Duration measured,
    Duration delay,
    boolean isValidatingEachBorrow,
    long seed) {

  /** What an open load is to be of the most that is possible, in percent. */
  private static final List<Double> SHARES = List.of(0.5, 0.7, 0.9);

  /** Time of a unit of work for something else than to ask. */
  private static final int THINK_MILLIS = 2;

  /** A new pool, full, and the threads. */
  private static final Duration CHANGE = Duration.ofMillis(300);

  /** A JVM, its data and the compiler. */
  private static final Duration START = Duration.ofSeconds(5);

  private static final Duration WARM_UP_OF_UNIT = Duration.ofSeconds(15);
  private static final Duration SPIKE = Duration.ofSeconds(6);
  private static final Duration SECOND = Duration.ofMillis(1_700);

  public StudyPlan {
    scenarios = List.copyOf(scenarios);
    units = List.copyOf(units);
    kinds = List.copyOf(kinds);
    threads = threads.stream().sorted().distinct().toList();
    sizes = sizes.stream().sorted().distinct().toList();
    contestants = List.copyOf(contestants);
    pools = List.copyOf(pools);
    jvms = List.copyOf(jvms);
  }

  /** Returns who has a fork in each round. */
  public List<Entrant> entrants() {
    List<Entrant> entrants = new ArrayList<>();
    for (Jvm jvm : jvms) {
      for (String pool : pools) {
        for (String contestant : contestants) {
          entrants.add(new Entrant(contestant, pool, jvm.version()));
        }
      }
    }
    return entrants;
  }

  /** Returns the libraries of the pools. */
  public List<PoolLibrary> libraries() {
    return pools.stream().map(PoolLibrary::of).toList();
  }

  /** Returns the JVM of an entrant. */
  Jvm jvm(Entrant entrant) {
    return jvms.stream()
        .filter(jvm -> jvm.version().equals(entrant.jvm()))
        .findFirst()
        .orElseThrow();
  }

  /** Returns what is measured of each entrant, in the order of the report. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      for (ThreadKind kind : kinds) {
        for (UnitMix unit : units) {
          cells.addAll(cells(scenario, unit, kind));
        }
      }
    }
    return cells;
  }

  private List<Cell> cells(Scenario scenario, UnitMix unit, ThreadKind kind) {
    int most = threads.get(threads.size() - 1);
    List<Cell> cells = new ArrayList<>();
    switch (scenario) {
      case MAP, SECOND -> threads.forEach(n -> cells.addAll(row(scenario, unit, kind, n)));
      case SIZING, SPIKE, COLD -> cells.addAll(row(scenario, unit, kind, most));
      case THINK -> {
        for (Think.Place place : Think.Place.values()) {
          Think think = place == Think.Place.NOWHERE ? Think.NONE : new Think(place, THINK_MILLIS);
          row(scenario, unit, kind, most).forEach(cell -> cells.add(cell.with(think)));
        }
      }
      case OPEN -> {
        for (Cell cell : row(scenario, unit, kind, most)) {
          cells.add(cell);
          SHARES.forEach(share -> cells.add(cell.atShare(share)));
        }
      }
    }
    return cells;
  }

  private List<Cell> row(Scenario scenario, UnitMix unit, ThreadKind kind, int threadsOfAll) {
    return sizes.stream()
        .map(size -> Cell.closed(scenario, unit, kind, threadsOfAll, size))
        .toList();
  }

  /**
   * Returns cells in an order in which they can be played: what a part is taken of comes before the
   * parts.
   */
  static List<Cell> playable(List<Cell> shuffled) {
    return shuffled.stream().sorted(Comparator.comparing(Cell::isOpen)).toList();
  }

  /** Returns what all of it takes, roughly. */
  public Duration estimate() {
    return estimatedRound().multipliedBy(rounds);
  }

  private Duration estimatedRound() {
    Duration fork = START.plus(WARM_UP_OF_UNIT.multipliedBy(units.size()));
    for (Cell cell : cells()) {
      fork = fork.plus(CHANGE).plus(estimate(cell));
    }
    return fork.multipliedBy(entrants().size());
  }

  private Duration estimate(Cell cell) {
    return switch (cell.scenario()) {
      case SPIKE -> SPIKE;
      case SECOND -> SECOND;
      case COLD -> Duration.ofMillis(500);
      default -> leadIn.plus(cell.isOpen() ? measured.multipliedBy(Player.OPEN_LASTS) : measured);
    };
  }

  /** Says beforehand what will be done. */
  public String announcement() {
    List<Cell> cells = cells();
    return "%s: %d cells of %s, %d %s, some %d min"
        .formatted(
            String.join(", ", scenarios.stream().map(Scenario::label).toList()),
            cells.size(),
            String.join("; ", entrants().stream().map(Entrant::toString).toList()),
            rounds,
            rounds == 1 ? "round" : "rounds",
            Math.max(1, (estimate().toSeconds() + 30) / 60));
  }
}
