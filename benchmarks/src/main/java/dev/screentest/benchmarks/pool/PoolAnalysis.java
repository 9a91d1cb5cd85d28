package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.Distribution;
import dev.screentest.benchmarks.load.LoadResult;
import dev.screentest.benchmarks.load.ThreadKind;
import dev.screentest.benchmarks.statistics.MeanInterval;
import dev.screentest.testbed.database.PoolLibrary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** From the journal of a study to what it found. Rounds are what intervals count. */
public final class PoolAnalysis {

  private record Key(Entrant entrant, Cell cell) {}

  private final PoolData data;
  private final Map<Key, List<Measured>> measured;
  private final Map<Key, LittlesLaw> laws;

  private PoolAnalysis(PoolData data) {
    this.data = data;
    this.measured =
        data.entries(Measured.class)
            .collect(
                Collectors.groupingBy(
                    entry -> new Key(entry.entrant(), entry.cell()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    this.laws = LittlesLaw.check(checkable(data.header(), measured));
  }

  /**
   * Returns what obeys Little's law as we can see it. A pool that tries a connection counts it as
   * in use meanwhile, and who asked for it does not have it yet; and a unit that holds one while it
   * waits for another stands still for longer than a window.
   */
  private static Map<Key, List<Measured>> checkable(
      PoolHeader header, Map<Key, List<Measured>> measured) {
    Map<Key, List<Measured>> cells = new LinkedHashMap<>(measured);
    cells
        .keySet()
        .removeIf(
            key ->
                header.isValidatingEachBorrow()
                    || PoolLibrary.of(key.entrant().pool()).alwaysTries()
                    || key.cell().scenario() == Scenario.SECOND);
    return cells;
  }

  /** Analyses what there is so far. */
  public static PoolReport of(PoolData data) {
    return new PoolAnalysis(data).report();
  }

  private PoolReport report() {
    List<Standing> standings = new ArrayList<>();
    List<ColdStanding> openings = new ArrayList<>();
    List<Sizing> sizings = new ArrayList<>();
    for (Entrant entrant : data.header().entrants()) {
      for (Cell cell : data.header().cells()) {
        List<Measured> forks = forks(entrant, cell);
        if (!forks.isEmpty()) {
          standings.add(standing(entrant, cell, forks));
        }
        ColdStanding opening = opening(entrant, cell);
        if (opening != null) {
          openings.add(opening);
        }
      }
      sizings.addAll(Sizings.of(entrant, data.header().cells(), cell -> forks(entrant, cell)));
    }
    return new PoolReport(
        data,
        data.entries(Measured.class).mapToInt(Measured::round).max().orElse(0),
        standings,
        openings,
        sizings,
        data.entries(CellFailure.class).toList());
  }

  private List<Measured> forks(Entrant entrant, Cell cell) {
    return measured.getOrDefault(new Key(entrant, cell), List.of());
  }

  private Standing standing(Entrant entrant, Cell cell, List<Measured> forks) {
    List<LoadResult> loads = forks.stream().map(Measured::load).toList();
    Measured last = forks.get(forks.size() - 1);
    return new Standing(
        entrant,
        cell,
        forks.size(),
        MeanInterval.of(loads.stream().mapToDouble(LoadResult::perSecond).toArray(), Share.LEVEL),
        ofBaseline(entrant, cell, forks),
        ofPlatformThreads(entrant, cell, forks),
        merged(loads, LoadResult::latency),
        merged(loads, LoadResult::lateness),
        merged(loads, LoadResult::waited),
        merged(loads, LoadResult::hold),
        mean(loads, LoadResult::holdNanosPerUnit),
        mean(loads, LoadResult::holdsPerUnit),
        mean(loads, LoadResult::inUse),
        means(loads),
        mean(loads, LoadResult::inUseByHolds),
        mean(loads, LoadResult::inUseByLittle),
        mean(loads, LoadResult::waiting),
        most(loads, LoadResult::mostWaiting),
        mean(loads, LoadResult::starvedShare),
        loads.stream().mapToLong(LoadResult::timeouts).sum(),
        loads.stream().mapToLong(LoadResult::errors).sum(),
        loads.stream()
            .map(LoadResult::firstError)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        mean(loads, LoadResult::machineLoad),
        mean(loads, LoadResult::clientCpus),
        mean(loads, LoadResult::compilers),
        last.offeredPerSecond(),
        laws.get(new Key(entrant, cell)),
        forks.stream().map(Measured::course).filter(course -> !course.isEmpty()).toList());
  }

  private @Nullable Share ofBaseline(Entrant entrant, Cell cell, List<Measured> forks) {
    Entrant reference = data.header().reference(entrant);
    return reference == null ? null : Share.of(perSecond(forks), perSecond(forks(reference, cell)));
  }

  /** Both kinds are measured in the same forks. */
  private @Nullable Share ofPlatformThreads(Entrant entrant, Cell cell, List<Measured> forks) {
    return cell.kind() == ThreadKind.PLATFORM
        ? null
        : Share.of(perSecond(forks), perSecond(forks(entrant, cell.on(ThreadKind.PLATFORM))));
  }

  /** Returns the units in a second by round. */
  static SortedMap<Integer, Double> perSecond(List<Measured> forks) {
    SortedMap<Integer, Double> values = new TreeMap<>();
    forks.forEach(fork -> values.put(fork.round(), fork.load().perSecond()));
    return values;
  }

  private @Nullable ColdStanding opening(Entrant entrant, Cell cell) {
    List<Opened> forks =
        data.entries(Opened.class)
            .filter(entry -> entry.entrant().equals(entrant) && entry.cell().equals(cell))
            .toList();
    if (forks.isEmpty()) {
      return null;
    }
    List<Opening> all = forks.stream().flatMap(fork -> fork.openings().stream()).toList();
    int neverFull = (int) all.stream().filter(opening -> opening.fullNanos() == null).count();
    return new ColdStanding(
        entrant,
        cell,
        interval(forks, Opening::openNanos),
        interval(forks, Opening::firstNanos),
        interval(forks, Opening::allNanos),
        neverFull > 0 ? null : interval(forks, PoolAnalysis::fullNanos),
        neverFull,
        all.size());
  }

  private static double fullNanos(Opening opening) {
    Long nanos = opening.fullNanos();
    return nanos == null ? Double.NaN : nanos;
  }

  private static MeanInterval interval(List<Opened> forks, ToDoubleFunction<Opening> value) {
    return MeanInterval.of(
        forks.stream()
            .mapToDouble(
                fork -> fork.openings().stream().mapToDouble(value).average().orElse(Double.NaN))
            .toArray(),
        Share.LEVEL);
  }

  private static Distribution merged(
      List<LoadResult> loads, Function<LoadResult, Distribution> part) {
    return Distribution.merged(loads.stream().map(part).toList());
  }

  private static double mean(List<LoadResult> loads, ToDoubleFunction<LoadResult> value) {
    return loads.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  private static int most(List<LoadResult> loads, ToIntFunction<LoadResult> value) {
    return loads.stream().mapToInt(value).max().orElse(0);
  }

  private static List<Double> means(List<LoadResult> loads) {
    int parts = loads.stream().mapToInt(load -> load.inUseByPart().size()).min().orElse(0);
    return IntStream.range(0, parts)
        .mapToObj(part -> mean(loads, load -> load.inUseByPart().get(part)))
        .toList();
  }
}
