package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.load.Distribution;
import dev.screentest.benchmarks.load.LoadResult;
import dev.screentest.benchmarks.load.ThreadKind;
import dev.screentest.benchmarks.pool.Cell;
import dev.screentest.benchmarks.pool.CellFailure;
import dev.screentest.benchmarks.pool.ColdStanding;
import dev.screentest.benchmarks.pool.Entrant;
import dev.screentest.benchmarks.pool.PoolHeader;
import dev.screentest.benchmarks.pool.PoolReport;
import dev.screentest.benchmarks.pool.Recovery;
import dev.screentest.benchmarks.pool.Scenario;
import dev.screentest.benchmarks.pool.Share;
import dev.screentest.benchmarks.pool.Sizing;
import dev.screentest.benchmarks.pool.Standing;
import dev.screentest.benchmarks.pool.Think;
import dev.screentest.benchmarks.pool.UnitMix;
import dev.screentest.benchmarks.report.Sheet.Field;
import dev.screentest.benchmarks.statistics.MeanInterval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a study of pools found, as tables. */
final class PoolSheets {

  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;

  private static final String CLOSED =
      "Closed load: each thread begins its next unit of work when the last has ended, so latency is"
          + " service time.";

  private static final String STARVATION =
      "Units per second, and the part of the time in which all connections were held by threads"
          + " that waited for another: nobody can give one back, so all stand still until the first"
          + " has waited for as long as the pool allows (half a second here), fails and gives its"
          + " own back. Never with more than threads x (connections of a unit - 1): here with more"
          + " connections than threads.";

  private static final String RATIOS = "~: not told apart from 1 (95 % interval over rounds).";

  private static final String RATIOS_WITH_INTERVALS =
      "With the 95 % interval over rounds. ~: not told apart from 1.";

  /** A table with more columns is too wide for intervals; JSON has them. */
  private static final int MOST_INTERVALS = 3;

  private final PoolReport report;
  private final PoolHeader header;

  private PoolSheets(PoolReport report) {
    this.report = report;
    this.header = report.header();
  }

  /** One table is of one kind of units and threads. */
  private record Group(UnitMix unit, ThreadKind kind) {

    static Group of(Cell cell) {
      return new Group(cell.unit(), cell.kind());
    }

    @Override
    public String toString() {
      return unit.label() + ", " + kind.label() + " threads";
    }
  }

  static List<Sheet> of(PoolReport report) {
    return new PoolSheets(report).all();
  }

  private List<Sheet> all() {
    List<Sheet> sheets = new ArrayList<>();
    for (Scenario scenario : scenarios()) {
      for (Group group : groups(scenario)) {
        sheets.addAll(
            switch (scenario) {
              case MAP, SIZING -> maps(scenario, group);
              case THINK -> List.of(think(group));
              case SECOND -> second(group);
              case SPIKE -> List.of(spike(group), inUseOverTime(group));
              case COLD -> List.of(cold(group));
              case OPEN -> List.of(open(group));
            });
      }
    }
    if (!report.sizings().isEmpty()) {
      sheets.add(sizings());
    }
    sheets.add(little());
    warmingUp().ifPresent(sheets::add);
    trouble().ifPresent(sheets::add);
    return sheets;
  }

  private List<Scenario> scenarios() {
    return header.cells().stream().map(Cell::scenario).distinct().toList();
  }

  private List<Group> groups(Scenario scenario) {
    return cells(scenario).stream().map(Group::of).distinct().toList();
  }

  private List<Cell> cells(Scenario scenario) {
    return header.cells().stream().filter(cell -> cell.scenario() == scenario).toList();
  }

  private List<Cell> cells(Scenario scenario, Group group) {
    return cells(scenario).stream().filter(cell -> Group.of(cell).equals(group)).toList();
  }

  /** Returns how a table calls an entrant: by what it does not share with all others. */
  private String name(Entrant entrant) {
    return entrant.contestant()
        + (count(Entrant::pool) > 1 ? " " + entrant.pool() : "")
        + (count(Entrant::jvm) > 1 ? " Java " + entrant.jvm() : "");
  }

  /** Returns the one that all others are compared with, or what they are if there are several. */
  private String references() {
    List<String> references =
        header.entrants().stream()
            .map(header::reference)
            .filter(Objects::nonNull)
            .map(this::name)
            .distinct()
            .toList();
    return references.size() == 1 ? references.get(0) : "its baseline";
  }

  private long count(Function<Entrant, String> part) {
    return header.entrants().stream().map(part).distinct().count();
  }

  private List<Sheet> maps(Scenario scenario, Group group) {
    List<Cell> cells = cells(scenario, group);
    List<Sheet> sheets = new ArrayList<>();
    double most =
        report.standings().stream()
            .filter(standing -> cells.contains(standing.cell()))
            .mapToDouble(standing -> standing.perSecond().mean())
            .max()
            .orElse(1);
    for (Entrant entrant : header.entrants()) {
      sheets.add(
          grid(
              "Units of work per second: %s, %s".formatted(name(entrant), group),
              List.of(),
              cells,
              cell ->
                  report
                      .standing(entrant, cell)
                      .map(
                          standing ->
                              new Field(
                                  Numbers.format("%,.0f", standing.perSecond().mean())
                                      + flags(standing),
                                  standing.perSecond().mean() / most))));
    }
    for (Entrant entrant : header.entrants()) {
      Entrant reference = header.reference(entrant);
      if (reference != null) {
        ratios(
                "Units per second, %s by %s: %s".formatted(name(entrant), name(reference), group),
                entrant,
                cells,
                Standing::ofBaseline)
            .ifPresent(sheets::add);
      }
      ratios(
              "Units per second, %s, by those of platform threads: %s"
                  .formatted(name(entrant), group),
              entrant,
              cells,
              Standing::ofPlatformThreads)
          .ifPresent(sheets::add);
    }
    sheets.add(holding(cells, group));
    return sheets;
  }

  /** Returns a table of ratios if there is one. */
  private Optional<Sheet> ratios(
      String title, Entrant entrant, List<Cell> cells, Function<Standing, @Nullable Share> share) {
    Function<Cell, Optional<Share>> ofCell =
        cell ->
            report
                .standing(entrant, cell)
                .flatMap(standing -> Optional.ofNullable(share.apply(standing)));
    boolean isNarrow = cells.stream().map(Cell::size).distinct().count() <= MOST_INTERVALS;
    Function<Share, String> text = isNarrow ? PoolSheets::interval : PoolSheets::ratio;
    return cells.stream().map(ofCell).allMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(
            grid(
                title,
                List.of(isNarrow ? RATIOS_WITH_INTERVALS : RATIOS),
                cells,
                cell ->
                    ofCell
                        .apply(cell)
                        .map(ratio -> new Field(text.apply(ratio), Math.min(1, ratio.ratio())))));
  }

  /** A mark behind a number that is not to be trusted without reading on. */
  private static String flags(Standing standing) {
    boolean isBroken = standing.little() != null && standing.little().isBroken();
    return isBroken || standing.timeouts() > 0 || standing.errors() > 0 ? "!" : "";
  }

  private static String interval(Share share) {
    return share.low() == null || share.high() == null
        ? ratio(share)
        : ratio(share)
            + Numbers.format(" [%.2f", share.low())
            + Numbers.format(", %.2f]", share.high());
  }

  private static String ratio(Share share) {
    return Numbers.format("%.2f", share.ratio()) + (share.isToldFromOne() ? "" : "~");
  }

  private static Sheet grid(
      String title, List<String> notes, List<Cell> cells, Function<Cell, Optional<Field>> field) {
    List<Integer> sizes = cells.stream().map(Cell::size).distinct().sorted().toList();
    Map<Integer, List<Cell>> byThreads =
        cells.stream()
            .collect(Collectors.groupingBy(Cell::threads, LinkedHashMap::new, Collectors.toList()));
    List<String> heading = new ArrayList<>(List.of("threads \\ connections"));
    sizes.forEach(size -> heading.add(String.valueOf(size)));
    List<List<Field>> rows = new ArrayList<>();
    byThreads.forEach(
        (threads, row) -> {
          List<Field> fields = new ArrayList<>(List.of(Field.of(String.valueOf(threads))));
          for (int size : sizes) {
            fields.add(
                row.stream()
                    .filter(cell -> cell.size() == size)
                    .findFirst()
                    .flatMap(field)
                    .orElse(Field.of("-")));
          }
          rows.add(fields);
        });
    return new Sheet(title, notes, 0, heading, rows);
  }

  /** Where nobody waits, and where most do. */
  private Sheet holding(List<Cell> cells, Group group) {
    Cell alone = corner(cells, false);
    Cell crowded = corner(cells, true);
    List<List<Field>> rows = new ArrayList<>();
    for (Cell cell : alone.equals(crowded) ? List.of(alone) : List.of(alone, crowded)) {
      for (Entrant entrant : header.entrants()) {
        report
            .standing(entrant, cell)
            .ifPresent(
                standing -> {
                  List<Field> fields =
                      new ArrayList<>(
                          Field.of(
                              name(entrant),
                              cell.threads() + " on " + cell.size(),
                              Numbers.format("%.2f", standing.holdsPerUnit()),
                              micros(standing.holdNanosPerUnit())));
                  fields.addAll(percentiles(standing.hold(), true));
                  fields.addAll(percentiles(standing.waited(), true));
                  fields.addAll(percentiles(standing.latency(), true));
                  rows.add(fields);
                });
      }
    }
    return new Sheet(
        "How often and how long a connection is held: " + group,
        List.of("Microseconds; threads on connections. " + CLOSED),
        2,
        List.of(
            "implementation",
            "load",
            "holds/unit",
            "hold/unit",
            "hold p50",
            "p99",
            "p99.9",
            "max",
            "wait p50",
            "p99",
            "p99.9",
            "max",
            "latency p50",
            "p99",
            "p99.9",
            "max"),
        rows);
  }

  private static Cell corner(List<Cell> cells, boolean isCrowded) {
    int threads =
        isCrowded
            ? cells.stream().mapToInt(Cell::threads).max().orElseThrow()
            : cells.stream().mapToInt(Cell::threads).min().orElseThrow();
    int size = cells.stream().mapToInt(Cell::size).min().orElseThrow();
    return cells.stream()
        .filter(cell -> cell.threads() == threads && cell.size() == size)
        .findFirst()
        .orElseThrow();
  }

  private Sheet think(Group group) {
    return new Sheet(
        "Pauses inside a unit of work: " + group,
        List.of(
            "Who takes its connection with the first statement holds none while it pauses before"
                + " it; after the last statement the transaction is open, and everybody holds one.",
            CLOSED),
        3,
        List.of(
            "implementation",
            "pause",
            "load",
            "units/s",
            "of " + references(),
            "hold/unit ms",
            "wait p99 ms",
            "in use",
            "waiting"),
        rows(
            cells(Scenario.THINK, group),
            standing ->
                Field.of(
                    name(standing.entrant()),
                    standing.cell().think().equals(Think.NONE)
                        ? "none"
                        : "%d ms %s"
                            .formatted(
                                standing.cell().think().millis(),
                                standing.cell().think().place().name().toLowerCase(Locale.ROOT)),
                    load(standing.cell()),
                    Numbers.format("%,.0f", standing.perSecond().mean()) + flags(standing),
                    shareText(standing.ofBaseline()),
                    millis(standing.holdNanosPerUnit()),
                    millis(standing.waited().p99()),
                    Numbers.format("%.2f", standing.inUse()),
                    Numbers.format("%.1f", standing.waiting()))));
  }

  private List<List<Field>> rows(List<Cell> cells, Function<Standing, List<Field>> row) {
    List<List<Field>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      for (Entrant entrant : header.entrants()) {
        report.standing(entrant, cell).map(row).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private List<Sheet> second(Group group) {
    List<Cell> cells = cells(Scenario.SECOND, group);
    List<Sheet> sheets = new ArrayList<>();
    for (Entrant entrant : header.entrants()) {
      sheets.add(
          grid(
              "A second connection inside a unit: %s, %s".formatted(name(entrant), group),
              sheets.isEmpty() ? List.of(STARVATION) : List.of(),
              cells,
              cell -> report.standing(entrant, cell).map(PoolSheets::starved)));
    }
    return sheets;
  }

  private static Field starved(Standing standing) {
    String units = Numbers.format("%,.0f", standing.perSecond().mean());
    return standing.starvedShare() > 0 || standing.timeouts() > 0
        ? new Field(
            "%s, starved %s, %d timeouts"
                .formatted(
                    units,
                    Numbers.format("%.0f %%", 100 * standing.starvedShare()),
                    standing.timeouts()),
            standing.starvedShare())
        : Field.of(units);
  }

  private Sheet spike(Group group) {
    return new Sheet(
        "A spike of thirty times the load for a second: " + group,
        List.of(
            "Open load: a twentieth of the most this fork could do, a second of thirty times that,"
                + " then three of calm. Latency from when a unit was due, in milliseconds; back"
                + " again: when a tenth of a second has a median of at most three times the one"
                + " before the spike, and all later ones, too. Of several forks the median, and the"
                + " longest."),
        2,
        List.of(
            "implementation",
            "load",
            "calm p50",
            "worst",
            "back after ms",
            "all p99",
            "wait p99",
            "most waiting",
            "timeouts"),
        rows(
            cells(Scenario.SPIKE, group),
            standing -> {
              List<Recovery> recoveries = standing.courses().stream().map(Recovery::of).toList();
              return Field.of(
                  name(standing.entrant()),
                  load(standing.cell()),
                  millis(median(recoveries, Recovery::calm)),
                  ofForks(recoveries, Recovery::worst, PoolSheets::millis),
                  ofForks(recoveries, PoolSheets::back, PoolSheets::afterMillis),
                  millis(standing.latency().p99()),
                  millis(standing.waited().p99()),
                  String.valueOf(standing.mostWaiting()),
                  String.valueOf(standing.timeouts()));
            }));
  }

  private static long back(Recovery recovery) {
    Long millis = recovery.millis();
    return millis == null ? Long.MAX_VALUE : millis;
  }

  private static String afterMillis(long millis) {
    return millis == Long.MAX_VALUE ? "not within 3 s" : String.valueOf(millis);
  }

  private static String ofForks(
      List<Recovery> forks, ToLongFunction<Recovery> value, LongFunction<String> text) {
    String median = text.apply(median(forks, value));
    String longest = text.apply(forks.stream().mapToLong(value).max().orElse(0));
    return forks.size() == 1 ? median : median + ", " + longest;
  }

  /** Returns the upper of two. */
  private static long median(List<Recovery> forks, ToLongFunction<Recovery> value) {
    long[] sorted = forks.stream().mapToLong(value).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private Sheet inUseOverTime(Group group) {
    List<Cell> cells = cells(Scenario.SPIKE, group);
    List<String> heading = new ArrayList<>(List.of("implementation", "load"));
    for (int part = 0; part < LoadResult.PARTS; part++) {
      heading.add(
          Numbers.format("%.1f s", part * Recovery.WINDOW.toMillis() / 1e3 / LoadResult.PARTS));
    }
    return new Sheet(
        "Connections in use over time, a spike: " + group,
        List.of(
            "As the pool says when it is asked at random moments: the mean from the second in the"
                + " heading to that of the next, over forks. The spike is from 1 to 2 s."),
        2,
        heading,
        rows(
            cells,
            standing -> {
              List<Field> fields =
                  new ArrayList<>(Field.of(name(standing.entrant()), load(standing.cell())));
              standing
                  .inUseByPart()
                  .forEach(mean -> fields.add(Field.of(Numbers.format("%.1f", mean))));
              return fields;
            }));
  }

  private Sheet cold(Group group) {
    List<Cell> cells = cells(Scenario.COLD, group);
    List<List<Field>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      for (ColdStanding opening : report.openings()) {
        if (opening.cell().equals(cell)) {
          MeanInterval full = opening.full();
          rows.add(
              Field.of(
                  name(opening.entrant()),
                  load(cell),
                  interval(opening.open()),
                  interval(opening.first()),
                  interval(opening.all()),
                  full == null
                      ? "%d of %d never".formatted(opening.neverFull(), opening.pools())
                      : interval(full)));
        }
      }
    }
    return new Sheet(
        "A cold pool under all its threads at once: " + group,
        List.of(
            "Milliseconds from the begin of opening the pool, in a JVM that is warm; with the 95 %"
                + " interval over forks. Full: all connections open, asked every millisecond for"
                + " two seconds."),
        2,
        List.of("implementation", "load", "opened", "first unit", "every thread's first", "full"),
        rows);
  }

  private Sheet open(Group group) {
    return new Sheet(
        "Who comes whether anybody is free or not: " + group,
        List.of(
            "Rows without a share are closed loads (service time); the others open ones at a share"
                + " of what their own fork did at most, with latency from when a unit was due"
                + " (Poisson). Milliseconds. Late: from when it was due to its begin, with some"
                + " 0.1 ms that it takes to wake a thread."),
        2,
        List.of(
            "implementation",
            "load",
            "share",
            "due/s",
            "units/s",
            "p50",
            "p90",
            "p99",
            "p99.9",
            "max",
            "late p99",
            "wait p99"),
        rows(
            cells(Scenario.OPEN, group),
            standing -> {
              List<Field> fields =
                  new ArrayList<>(
                      Field.of(
                          name(standing.entrant()),
                          load(standing.cell()),
                          standing.cell().share() == 0
                              ? "closed"
                              : Numbers.format("%.0f %%", 100 * standing.cell().share()),
                          number(standing.offeredPerSecond()),
                          Numbers.format("%,.0f", standing.perSecond().mean())));
              fields.addAll(percentiles(standing.latency(), false));
              fields.add(6, Field.of(millis(standing.latency().p90())));
              fields.addAll(
                  Field.of(millis(standing.lateness().p99()), millis(standing.waited().p99())));
              return fields;
            }));
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : Numbers.format("%,.0f", value);
  }

  private static List<Field> percentiles(Distribution distribution, boolean inMicros) {
    Function<Long, String> text = nanos -> inMicros ? micros(nanos) : millis(nanos);
    return Field.of(
        text.apply(distribution.p50()),
        text.apply(distribution.p99()),
        text.apply(distribution.p999()),
        text.apply(distribution.max()));
  }

  private Sheet sizings() {
    List<List<Field>> rows = new ArrayList<>();
    for (Sizing sizing : report.sizings()) {
      Integer smallest = sizing.smallest();
      Integer largest = sizing.largest();
      rows.add(
          Field.of(
              name(sizing.entrant()),
              new Group(sizing.unit(), sizing.kind()).toString(),
              sizing.threads() + " threads",
              String.valueOf(sizing.size()),
              smallest == null || largest == null ? "" : "[" + smallest + ", " + largest + "]",
              Numbers.format("%.0f %%", 100 * sizing.share()),
              String.valueOf(sizing.best()),
              sizing.limit()));
    }
    return new Sheet(
        "How large a pool",
        List.of(
            "The smallest of those tried that gives 95 % of the most units in a second; from the"
                + " smallest of which that is not excluded to the smallest of which it is shown"
                + " (95 %, over rounds)."),
        8,
        List.of(
            "implementation",
            "units",
            "load",
            "size",
            "interval",
            "of the most",
            "most at",
            "then limited by"),
        rows);
  }

  private Sheet little() {
    List<String> notes = new ArrayList<>();
    long checked = report.checked().count();
    List<Standing> broken = report.broken().toList();
    notes.add(
        "Connections in use, as the pool says when it is asked at random moments, beside the sum of"
            + " all holds by clocks that never ask the pool: the same by Little's law, within 10 %"
            + " here, since a pool still uses a connection while it hands it on.");
    if (checked == 0) {
      notes.add(
          "Not asked here: a pool that tries a connection counts it as in use before who asked has"
              + " it, and long holds are cut by the window.");
    } else if (report.rounds() < 2) {
      notes.add("With one round there is no interval, and so no verdict.");
    } else {
      notes.add(
          "%d of %d cells that were checked are not shown to differ by more than 10 %%."
              .formatted(checked - broken.size(), checked));
    }
    for (Standing standing : broken) {
      notes.add(
          "BROKEN: %s, %s: in use %s, by Little's law %s. Do not trust this cell."
              .formatted(
                  name(standing.entrant()),
                  standing.cell(),
                  Numbers.format("%.2f", standing.inUse()),
                  Numbers.format("%.2f", standing.inUseByLittle())));
    }
    return new Sheet("Little's law", notes, 0, List.of(), List.of());
  }

  private Optional<Sheet> warmingUp() {
    List<String> notes = new ArrayList<>();
    for (Entrant entrant : header.entrants()) {
      List<Standing> all =
          report.standings().stream()
              .filter(standing -> standing.entrant().equals(entrant))
              .toList();
      long cold = all.stream().filter(Standing::isWarmingUp).count();
      if (cold > 0) {
        notes.add(
            ("%s: in %d of %d cells the JVM's compiler had work for more than a tenth of the time,"
                    + " and took a CPU from the others when it got one: what is measured there may"
                    + " become faster.")
                .formatted(name(entrant), cold, all.size()));
      }
    }
    return notes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sheet("Still warming up", notes, 0, List.of(), List.of()));
  }

  private Optional<Sheet> trouble() {
    List<String> notes = new ArrayList<>();
    for (CellFailure failure : firstOfEach(report.failures())) {
      notes.add(
          "%s, %s, round %d: %s"
              .formatted(
                  name(failure.entrant()), failure.cell(), failure.round(), failure.reason()));
    }
    for (Standing standing : report.standings()) {
      if (standing.errors() > 0
          || (standing.timeouts() > 0 && standing.cell().scenario() != Scenario.SECOND)) {
        notes.add(
            "%s, %s: %d timeouts, %d errors; the first: %s"
                .formatted(
                    name(standing.entrant()),
                    standing.cell(),
                    standing.timeouts(),
                    standing.errors(),
                    standing.firstError()));
      }
    }
    return notes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sheet("Without a number, or with errors", notes, 0, List.of(), List.of()));
  }

  /** A fork that died leaves all its cells with one reason, which is said once. */
  private static Collection<CellFailure> firstOfEach(List<CellFailure> failures) {
    Map<String, CellFailure> first = new LinkedHashMap<>();
    failures.forEach(
        failure ->
            first.putIfAbsent(
                failure.entrant() + " " + failure.round() + failure.reason(), failure));
    return first.values();
  }

  private static String load(Cell cell) {
    return cell.threads() + " on " + cell.size();
  }

  private static String shareText(@Nullable Share share) {
    return share == null ? "" : ratio(share);
  }

  private static String interval(MeanInterval nanos) {
    Double low = nanos.low();
    Double high = nanos.high();
    return low == null || high == null
        ? millis(nanos.mean())
        : "%s [%s, %s]".formatted(millis(nanos.mean()), millis(low), millis(high));
  }

  private static String micros(long nanos) {
    return micros((double) nanos);
  }

  private static String millis(long nanos) {
    return millis((double) nanos);
  }

  private static String micros(double nanos) {
    return Numbers.format("%,.1f", nanos / NANOS_PER_MICRO);
  }

  private static String millis(double nanos) {
    return Numbers.format("%,.2f", nanos / NANOS_PER_MILLI);
  }
}
