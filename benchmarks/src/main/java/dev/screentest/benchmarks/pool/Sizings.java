package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.load.ThreadKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Advice on the size of a pool, from closed loads of the most threads over pools of all sizes.
 *
 * <p>A size is compared with the best one within the same rounds. The best is the one with the most
 * units a second on average; of sizes that are as good as equal it is any, so that its own number
 * is a little too good, and the advice is on the side of the larger pool.
 */
final class Sizings {

  /** A CPU is never busy all the time as its system counts it. */
  private static final double BUSY = 0.85;

  /** More than that of what there is counts as all of it. */
  private static final double ALL = 0.9;

  private Sizings() {}

  private record Group(UnitMix unit, ThreadKind kind) {}

  static List<Sizing> of(Entrant entrant, List<Cell> cells, Function<Cell, List<Measured>> forks) {
    Map<Group, List<Cell>> groups =
        cells.stream()
            .filter(cell -> cell.scenario() == Scenario.MAP || cell.scenario() == Scenario.SIZING)
            .collect(
                Collectors.groupingBy(
                    cell -> new Group(cell.unit(), cell.kind()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Sizing> sizings = new ArrayList<>();
    for (List<Cell> group : groups.values()) {
      int most = group.stream().mapToInt(Cell::threads).max().orElseThrow();
      // Whoever asked for both has both; the more careful one comes last.
      Scenario scenario = group.get(group.size() - 1).scenario();
      List<Cell> row =
          group.stream()
              .filter(cell -> cell.threads() == most && cell.scenario() == scenario)
              .filter(cell -> !forks.apply(cell).isEmpty())
              .sorted(Comparator.comparingInt(Cell::size))
              .toList();
      Sizing sizing = row.size() < 2 ? null : advice(entrant, row, forks);
      if (sizing != null) {
        sizings.add(sizing);
      }
    }
    return sizings;
  }

  private static @Nullable Sizing advice(
      Entrant entrant, List<Cell> row, Function<Cell, List<Measured>> forks) {
    Cell best = row.get(0);
    for (Cell cell : row) {
      if (mean(forks.apply(cell), Sizings::perSecond)
          > mean(forks.apply(best), Sizings::perSecond)) {
        best = cell;
      }
    }
    @Nullable Cell enough = null;
    double share = 0;
    @Nullable Integer smallest = null;
    @Nullable Integer largest = null;
    for (Cell cell : row) {
      Share ofBest =
          Share.of(
              PoolAnalysis.perSecond(forks.apply(cell)), PoolAnalysis.perSecond(forks.apply(best)));
      if (ofBest == null) {
        continue;
      }
      if (enough == null && ofBest.ratio() >= Sizing.ENOUGH) {
        enough = cell;
        share = ofBest.ratio();
      }
      Double low = ofBest.low();
      Double high = ofBest.high();
      if (smallest == null && high != null && high >= Sizing.ENOUGH) {
        smallest = cell.size();
      }
      if (largest == null && low != null && low >= Sizing.ENOUGH) {
        largest = cell.size();
      }
    }
    return enough == null
        ? null
        : new Sizing(
            entrant,
            enough.unit(),
            enough.kind(),
            enough.threads(),
            enough.size(),
            smallest,
            largest,
            best.size(),
            share,
            limit(enough, forks.apply(enough), enough.size() == row.get(row.size() - 1).size()));
  }

  private static String limit(Cell cell, List<Measured> forks, boolean isLargestTried) {
    double inUse = mean(forks, fork -> fork.load().inUse());
    double load = mean(forks, fork -> fork.load().machineLoad());
    double client = mean(forks, fork -> fork.load().clientCpus());
    if (load >= BUSY) {
      return format(
          "the CPUs of this machine are busy for %.0f %% (%.1f of them with the client): more"
              + " connections only share them",
          load * 100, client);
    }
    if (inUse >= ALL * cell.threads()) {
      return format(
          "the threads: %d of them hold %.1f connections, and a thread holds one at a time",
          cell.threads(), inUse);
    }
    if (isLargestTried && inUse >= ALL * cell.size()) {
      return format(
          "still the pool: %.1f of %d connections are in use; try larger ones", inUse, cell.size());
    }
    return format(
        "not seen from here: %.1f of %d connections are in use and the CPUs busy for %.0f %%; look"
            + " for locks, the disk or a scheduler that is late",
        inUse, cell.size(), load * 100);
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }

  private static double perSecond(Measured fork) {
    return fork.load().perSecond();
  }

  private static double mean(List<Measured> forks, ToDoubleFunction<Measured> value) {
    return forks.stream().mapToDouble(value).average().orElse(0);
  }
}
