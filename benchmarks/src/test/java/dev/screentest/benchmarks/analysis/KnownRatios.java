package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.journal.JournalReader;
import dev.screentest.benchmarks.journal.UnreadableJournalException;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.statistics.Holm;
import dev.screentest.benchmarks.statistics.LogRatios;
import dev.screentest.benchmarks.statistics.MeanInterval;
import dev.screentest.benchmarks.statistics.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What real runs make of contestants whose ratio is known beforehand: of twins, which are the same,
 * and of those that repeat every n-th operation. A run compares {@code jdbc} with {@code
 * jdbc#twin}, {@code jdbc#twin2} with {@code jdbc#twin3}, and {@code jdbc} with {@code
 * jdbc#repeats20} and {@code jdbc#repeats10}, as far as they take part, in one workload.
 */
final class KnownRatios {

  /** Pairs of contestants that share nobody. */
  private static final Map<String, String> TWINS =
      Map.of("jdbc#twin", "jdbc", "jdbc#twin3", "jdbc#twin2");

  private static final List<String> IDENTICAL =
      List.of("jdbc", "jdbc#twin", "jdbc#twin2", "jdbc#twin3");

  private final List<Run> runs;

  /** The forks of a run in its only workload. */
  private record Run(String workload, Map<CellId, Map<Integer, Fork>> forks) {

    static Run of(RunData data) {
      return new Run(data.header().plan().workloads().get(0).name(), data.forks());
    }

    CellId cell(String contestant) {
      return new CellId(workload, contestant);
    }

    Map<Integer, Fork> forks(String contestant) {
      return forks.getOrDefault(cell(contestant), Map.of());
    }

    boolean has(String contestant) {
      return forks.containsKey(cell(contestant));
    }
  }

  private KnownRatios(List<Run> runs) {
    this.runs = List.copyOf(runs);
  }

  /** Reads all runs in some folders. */
  static KnownRatios in(Path... folders) throws IOException, UnreadableJournalException {
    List<Run> runs = new ArrayList<>();
    for (Path folder : folders) {
      List<Path> found;
      try (Stream<Path> children = Files.list(folder)) {
        found = children.filter(JournalReader::isRun).sorted().toList();
      }
      for (Path run : found) {
        runs.add(Run.of(JournalReader.read(run)));
      }
    }
    return new KnownRatios(runs);
  }

  int runs() {
    return runs.size();
  }

  /** Returns the log ratios of every pair of twins, in each run. */
  List<LogRatios> twins() {
    return runs.stream()
        .flatMap(
            run ->
                TWINS.entrySet().stream()
                    .filter(pair -> run.has(pair.getKey()))
                    .map(pair -> ratios(run, pair.getKey(), pair.getValue())))
        .toList();
  }

  private static LogRatios ratios(Run run, String contestant, String reference) {
    return PairedRounds.of(run.forks(), run.cell(contestant), run.cell(reference))
        .ratios()
        .orElseThrow();
  }

  /** Returns how many intervals of twins have 1 inside. */
  long twinsWithOneInside() {
    return twins().stream().filter(ratios -> ratios.interval(Comparison.LEVEL).contains(1)).count();
  }

  /** Returns how many pairs of twins are told apart, with Holm over all of them. */
  long falseWinners() {
    double[] adjusted = Holm.adjust(twins().stream().mapToDouble(LogRatios::pValue).toArray());
    return Arrays.stream(adjusted).filter(p -> p <= Verdict.ALPHA).count();
  }

  /**
   * How often a known difference was found.
   *
   * @param claims runs in which the tool says that it would find it in 9 of 10
   * @param foundWhereClaimed those of them in which it did, with the right sign
   * @param found all runs in which it did
   * @param covered runs in which the interval holds it
   */
  record Detection(int claims, int foundWhereClaimed, int found, int covered) {}

  /**
   * Returns how often the contestant that repeats every n-th operation was found slower, by itself:
   * without Holm's correction, as runs claim it.
   */
  Detection repeating(int every) {
    double known = 1 + 1.0 / every;
    int claims = 0;
    int foundWhereClaimed = 0;
    int found = 0;
    int covered = 0;
    String contestant = "jdbc#repeats" + every;
    for (Run run : runs.stream().filter(run -> run.has(contestant)).toList()) {
      LogRatios ratios = ratios(run, contestant, "jdbc");
      boolean isClaimed = ratios.detectableEffect() <= known - 1;
      boolean isFound = ratios.pValue() <= Verdict.ALPHA && ratios.mean() > 0;
      claims += isClaimed ? 1 : 0;
      foundWhereClaimed += isClaimed && isFound ? 1 : 0;
      found += isFound ? 1 : 0;
      covered += ratios.interval(Comparison.LEVEL).contains(known) ? 1 : 0;
    }
    return new Detection(claims, foundWhereClaimed, found, covered);
  }

  /** Returns the logarithm of a fork's time beyond its round's mean, over identical contestants. */
  private static Map<Integer, Double> excessBySlot(Run run, int round) {
    Map<Integer, Double> logs = new TreeMap<>();
    for (String contestant : IDENTICAL) {
      Fork fork = Objects.requireNonNull(run.forks(contestant).get(round));
      logs.put(fork.end().slot(), Math.log(fork.nanosPerOp()));
    }
    double mean = logs.values().stream().mapToDouble(log -> log).average().orElseThrow();
    logs.replaceAll((slot, log) -> log - mean);
    return logs;
  }

  private List<Map<Integer, Double>> rounds() {
    List<Map<Integer, Double>> rounds = new ArrayList<>();
    for (Run run : runs) {
      if (IDENTICAL.stream().allMatch(run::has)) {
        run.forks(IDENTICAL.get(0)).keySet().forEach(round -> rounds.add(excessBySlot(run, round)));
      }
    }
    return rounds;
  }

  /**
   * Regresses the time on the slot, round by round, and returns the mean slope with its interval:
   * by how much (as a logarithm) each later start is slower. In rounds of six contestants, of which
   * four are identical.
   */
  MeanInterval slopePerSlot() {
    return MeanInterval.of(
        rounds().stream().mapToDouble(KnownRatios::slope).toArray(), Comparison.LEVEL);
  }

  private static double slope(Map<Integer, Double> excess) {
    double meanSlot = excess.keySet().stream().mapToInt(slot -> slot).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (Map.Entry<Integer, Double> fork : excess.entrySet()) {
      double distance = fork.getKey() - meanSlot;
      products += distance * fork.getValue();
      squares += distance * distance;
    }
    return products / squares;
  }

  /** Returns the mean excess of each slot with its interval, as logarithms. */
  Map<Integer, MeanInterval> excessBySlot() {
    Map<Integer, List<Double>> values = new TreeMap<>();
    rounds()
        .forEach(
            round ->
                round.forEach(
                    (slot, excess) ->
                        values.computeIfAbsent(slot, first -> new ArrayList<>()).add(excess)));
    Map<Integer, MeanInterval> means = new TreeMap<>();
    values.forEach(
        (slot, excess) ->
            means.put(
                slot,
                MeanInterval.of(
                    excess.stream().mapToDouble(value -> value).toArray(), Comparison.LEVEL)));
    return means;
  }

  /** Prints what the runs in some folders say. */
  public static void main(String[] arguments) throws IOException, UnreadableJournalException {
    System.out.print(in(Arrays.stream(arguments).map(Path::of).toArray(Path[]::new)).text());
  }

  /** Returns all of it for people. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d runs; pairs of twins: %d, with 1 inside the interval: %d, told apart (Holm): %d%n"
            .formatted(runs(), twins().size(), twinsWithOneInside(), falseWinners()));
    for (int every : List.of(20, 10)) {
      Detection detection = repeating(every);
      text.append(
          "%d %% slower: found in %d runs; in %d of the %d that claim to; inside the interval in %d%n"
              .formatted(
                  100 / every,
                  detection.found(),
                  detection.foundWhereClaimed(),
                  detection.claims(),
                  detection.covered()));
    }
    if (!rounds().isEmpty()) {
      text.append(
          "%d rounds; each slot later: %s%n".formatted(rounds().size(), percent(slopePerSlot())));
      excessBySlot()
          .forEach((slot, excess) -> text.append("slot %d: %s%n".formatted(slot, percent(excess))));
    }
    return text.toString();
  }

  private static String percent(MeanInterval logs) {
    return String.format(
        Locale.ROOT,
        "%+.2f %% [%+.2f, %+.2f]",
        100 * logs.mean(),
        100 * Objects.requireNonNull(logs.low()),
        100 * Objects.requireNonNull(logs.high()));
  }
}
