package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.LoadGenerator;
import dev.screentest.benchmarks.load.LoadResult;
import dev.screentest.benchmarks.load.LoadShape;
import dev.screentest.benchmarks.load.Phase;
import dev.screentest.benchmarks.load.TracedResult;
import dev.screentest.testbed.database.PoolLibrary;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Plays cells in an arena, each on a new pool that is full before anything begins. */
final class Player {

  /** How long somebody waits for a connection: longer than any cell that is not stuck. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Where threads take each other's connections: soon enough to see what comes after. */
  private static final Duration PATIENCE_OF_NESTED = Duration.ofMillis(500);

  /** So that the first patience ends within the window, and shows what comes after. */
  private static final Duration NESTED_LASTS = PATIENCE_OF_NESTED.multipliedBy(3);

  /** Units that each connection should have seen: the driver names statements, the server plans. */
  private static final long LEAD_IN_UNITS_PER_CONNECTION = 12;

  /** As many as a method needs to be compiled for good, and some more. */
  private static final long WARM_UP_UNITS = 6_000;

  private static final int WARM_UP_SIZE = 2;

  /** With a connection for each, and with a pool that all wait for. */
  private static final List<Integer> WARM_UP_THREADS = List.of(WARM_UP_SIZE, 8);

  /** For so many windows a fork waits at the most until its compiler is done. */
  private static final int WARM_UP_WINDOWS = 60;

  /** What a spike is made of: a twentieth of the most, then thirty times that. */
  private static final double CALM_SHARE = 0.05;

  private static final double SPIKE = 30;
  static final Duration BEFORE_SPIKE = Duration.ofSeconds(1);
  static final Duration SPIKE_LENGTH = Duration.ofSeconds(1);
  static final Duration AFTER_SPIKE = Duration.ofSeconds(3);

  /** An open load has its rare events by chance; a closed one comes past all of its states soon. */
  static final int OPEN_LASTS = 3;

  private final Arena arena;
  private final Order order;
  private final PoolOptions asked;
  private final LoadGenerator generator = new LoadGenerator();
  private final Map<Cell, Double> peaks = new HashMap<>();
  private PoolOptions options;
  private long loads;

  Player(Arena arena, Order order) {
    this.arena = arena;
    this.order = order;
    this.asked =
        PoolOptions.defaults()
            .withLibrary(PoolLibrary.of(order.entrant().pool()))
            .withMetered(false)
            .withConnectionTimeout(PATIENCE)
            .withValidateEachBorrow(order.isValidatingEachBorrow())
            .withNetworkDelay(Duration.ofNanos(order.delayNanos()));
    this.options = asked;
  }

  /**
   * Lets the compiler see all that will be measured, behind the shortest of delays, until it has
   * nothing left to do: it takes the CPUs from all that is measured meanwhile.
   */
  void warmUp() throws InterruptedException, SQLException {
    Rehearsal.hold(arena, options);
    options = asked.withNetworkDelay(Duration.ofNanos(Math.min(1, order.delayNanos())));
    long latest = System.nanoTime() + order.measured().multipliedBy(WARM_UP_WINDOWS).toNanos();
    List<Cell> cells = order.cells().stream().flatMap(this::warmUps).distinct().toList();
    boolean isCompiling;
    do {
      isCompiling = false;
      for (Cell cell : cells) {
        LoadResult load = closed(cell, order.leadIn(), WARM_UP_UNITS, order.measured());
        isCompiling |= load.compilers() > Standing.WARM / 2;
      }
    } while (isCompiling && System.nanoTime() < latest);
    options = asked;
    arena.tidy();
  }

  /** Each thread writes movies of its own, of which a data set may have few. */
  private Stream<Cell> warmUps(Cell cell) {
    return WARM_UP_THREADS.stream()
        .map(threads -> (int) Math.min(threads, arena.catalogue().movies()))
        .map(threads -> Cell.closed(Scenario.MAP, cell.unit(), cell.kind(), threads, WARM_UP_SIZE));
  }

  /** Plays a cell. */
  PoolEntry play(Cell cell, int position) throws InterruptedException, SQLException {
    PoolEntry entry =
        switch (cell.scenario()) {
          case COLD -> new Opened(order.entrant(), order.round(), position, cell, openings(cell));
          case SPIKE -> spike(cell, position);
          default -> cell.isOpen() ? open(cell, position) : closed(cell, position);
        };
    if (cell.unit() != UnitMix.READ) {
      arena.tidy();
    }
    return entry;
  }

  private Measured closed(Cell cell, int position) throws InterruptedException {
    LoadResult load = closed(cell, order.leadIn(), leadInUnits(cell), measured(cell));
    peaks.put(cell, load.perSecond());
    return measured(cell, position, new TracedResult(load, List.of()), 0);
  }

  private Duration measured(Cell cell) {
    Duration asked = order.measured();
    return cell.scenario() == Scenario.SECOND && asked.compareTo(NESTED_LASTS) < 0
        ? NESTED_LASTS
        : asked;
  }

  /** A load that may starve from its first unit on has no lead-in that could be waited for. */
  private static long leadInUnits(Cell cell) {
    return cell.scenario() == Scenario.SECOND
        ? 0
        : LEAD_IN_UNITS_PER_CONNECTION * Math.min(cell.threads(), cell.size());
  }

  private LoadResult closed(Cell cell, Duration leadIn, long leadInUnits, Duration measured)
      throws InterruptedException {
    return run(
            cell,
            LoadShape.closed(
                cell.threads(), cell.kind(), leadIn, leadInUnits, measured, cell.size()))
        .result();
  }

  private Measured open(Cell cell, int position) throws InterruptedException {
    double perSecond = peak(cell) * cell.share();
    LoadShape shape =
        LoadShape.open(
            cell.threads(),
            cell.kind(),
            order.leadIn(),
            order.measured().multipliedBy(OPEN_LASTS),
            perSecond,
            cell.size(),
            order.seed() + position);
    return measured(cell, position, run(cell, shape), perSecond);
  }

  private Measured spike(Cell cell, int position) throws InterruptedException {
    double calm = peak(cell) * CALM_SHARE;
    Duration leadIn = order.leadIn();
    LoadShape shape =
        new LoadShape(
            cell.threads(),
            cell.kind(),
            leadIn,
            0,
            Recovery.WINDOW,
            List.of(
                new Phase(leadIn.plus(BEFORE_SPIKE), calm),
                new Phase(SPIKE_LENGTH, calm * SPIKE),
                new Phase(AFTER_SPIKE, calm)),
            cell.size(),
            order.seed() + position,
            true);
    return measured(cell, position, run(cell, shape), calm);
  }

  /** Returns how many units a second there are at most, which this fork finds out itself. */
  private double peak(Cell cell) throws InterruptedException {
    Cell closed =
        Cell.closed(cell.scenario(), cell.unit(), cell.kind(), cell.threads(), cell.size());
    Double known = peaks.get(closed);
    if (known != null) {
      return known;
    }
    double found =
        closed(closed, order.leadIn(), leadInUnits(closed), order.measured()).perSecond();
    if (found == 0) {
      throw new IllegalStateException(
          "no unit of work was done, so there is no load to take a part of");
    }
    peaks.put(closed, found);
    return found;
  }

  private TracedResult run(Cell cell, LoadShape shape) throws InterruptedException {
    try (PooledDatabase pool = arena.openPool(options(cell))) {
      pool.awaitFull();
      return generator.run(shape, units(cell), () -> pool.poolState().active());
    }
  }

  private List<Opening> openings(Cell cell) throws InterruptedException {
    return new ColdPool(() -> arena.openPool(options(cell)), () -> units(cell), cell).open();
  }

  private PoolOptions options(Cell cell) {
    PoolOptions sized = options.withSize(cell.size());
    return cell.scenario() == Scenario.SECOND
        ? sized.withConnectionTimeout(PATIENCE_OF_NESTED)
        : sized;
  }

  /** With other random numbers each time: the same ones would write the titles that are there. */
  private Units units(Cell cell) {
    loads++;
    return new Units(
        arena.store(), cell, arena.catalogue().movies(), order.seed() * 1_000_003 + loads);
  }

  private Measured measured(Cell cell, int position, TracedResult traced, double offered) {
    return new Measured(
        order.entrant(),
        order.round(),
        position,
        cell,
        traced.result(),
        offered == 0 ? null : offered,
        traced.course());
  }
}
