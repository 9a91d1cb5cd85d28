package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.statistics.LogEstimate;
import dev.screentest.benchmarks.statistics.LogRatios;
import dev.screentest.benchmarks.statistics.MeanInterval;
import dev.screentest.benchmarks.statistics.RatioInterval;
import dev.screentest.benchmarks.statistics.SignedRank;
import dev.screentest.benchmarks.statistics.Tiers;
import dev.screentest.benchmarks.statistics.Verdict;
import dev.screentest.benchmarks.verify.Cost;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the contestants of one workload. */
final class WorkloadAnalysis {

  /** A smaller gap between totals and medians is no news, however certain. */
  private static final double NOTABLE_GAP = 0.01;

  private final Plan plan;
  private final WorkloadPlan workload;
  private final List<Measurements> cells;
  private final Map<String, LogRatios> ratios = new LinkedHashMap<>();

  /**
   * Prepares an analysis.
   *
   * @param cells those that were measured, in the order of the plan, over the same rounds
   */
  WorkloadAnalysis(Plan plan, WorkloadPlan workload, List<Measurements> cells) {
    this.plan = plan;
    this.workload = workload;
    this.cells = cells;
    baseline()
        .filter(baseline -> rounds() > 1)
        .ifPresent(
            baseline ->
                cells.stream()
                    .filter(cell -> !cell.cell().equals(baseline.cell()))
                    .forEach(
                        cell ->
                            ratios.put(
                                cell.cell().contestant(),
                                LogRatios.of(cell.nanosPerOp(), baseline.nanosPerOp()))));
  }

  private int rounds() {
    return cells.isEmpty() ? 0 : cells.get(0).forks().size();
  }

  private Optional<Measurements> baseline() {
    return cells.stream()
        .filter(cell -> cell.cell().contestant().equals(plan.baseline()))
        .findFirst();
  }

  /** Returns how the workload was measured. */
  WorkloadPlan workload() {
    return workload;
  }

  /** Returns the twin's ratio, where there is one. */
  Optional<LogEstimate> twin() {
    return Optional.ofNullable(ratios.get(plan.twin())).map(LogRatios::estimate);
  }

  /**
   * Returns what there is to say.
   *
   * @param ofTwin the twin's verdict, which depends on the other workloads' twins
   */
  WorkloadReport report(Verdict ofTwin) {
    Map<String, Verdict> verdicts = verdicts();
    verdicts.put(plan.twin(), ofTwin);
    Map<String, Integer> tiers = tiers();
    List<Standing> standings = new ArrayList<>();
    for (Measurements cell : cells) {
      String contestant = cell.cell().contestant();
      Set<Note> notes = EnumSet.noneOf(Note.class);
      notes.addAll(cell.notes());
      Comparison comparison =
          baseline()
              .filter(baseline -> !baseline.cell().equals(cell.cell()))
              .map(baseline -> compare(cell, baseline, verdicts, notes))
              .orElse(null);
      standings.add(
          new Standing(
              cell.cell(),
              MeanInterval.of(cell.nanosPerOp(), Comparison.LEVEL),
              cell.bytesPerOp(),
              cell.cpuNanosPerOp(),
              cell.cost(),
              cell.differentBill(),
              tiers.get(contestant),
              comparison,
              List.copyOf(notes)));
    }
    return new WorkloadReport(workload, rounds(), standings, noiseFloor());
  }

  /** The family is the workload without the twin, which is no contestant. */
  private Map<String, Verdict> verdicts() {
    List<Map.Entry<String, LogRatios>> family =
        ratios.entrySet().stream().filter(entry -> !entry.getKey().equals(plan.twin())).toList();
    List<Verdict> verdicts =
        Verdict.ofFamily(
            family.stream().map(entry -> entry.getValue().estimate()).toList(), plan.margin());
    Map<String, Verdict> byContestant = new HashMap<>();
    for (int i = 0; i < family.size(); i++) {
      byContestant.put(family.get(i).getKey(), verdicts.get(i));
    }
    return byContestant;
  }

  /** The twin is of the baseline's tier: it is the baseline. */
  private Map<String, Integer> tiers() {
    Map<String, Integer> tiers = new HashMap<>();
    if (rounds() < 2) {
      return tiers;
    }
    List<Measurements> contestants =
        cells.stream().filter(cell -> !cell.cell().contestant().equals(plan.twin())).toList();
    int[] numbers = Tiers.of(contestants.stream().map(Measurements::nanosPerOp).toList());
    for (int i = 0; i < numbers.length; i++) {
      tiers.put(contestants.get(i).cell().contestant(), numbers[i]);
    }
    Integer ofBaseline = tiers.get(plan.baseline());
    if (ofBaseline != null) {
      tiers.put(plan.twin(), ofBaseline);
    }
    return tiers;
  }

  private Comparison compare(
      Measurements cell, Measurements baseline, Map<String, Verdict> verdicts, Set<Note> notes) {
    String contestant = cell.cell().contestant();
    double added =
        MeanInterval.of(cell.nanosPerOp(), Comparison.LEVEL).mean()
            - MeanInterval.of(baseline.nanosPerOp(), Comparison.LEVEL).mean();
    if (!cell.differentBill().isEmpty() || isOtherBill(cell.cost(), baseline.cost())) {
      notes.add(Note.DIFFERENT_BILL);
    }
    if (rounds() < SignedRank.MIN_ROUNDS) {
      notes.add(Note.FEW_ROUNDS);
    }
    LogRatios ofCell = ratios.get(contestant);
    if (ofCell == null) {
      double ratio = cell.nanosPerOp()[0] / baseline.nanosPerOp()[0];
      return new Comparison(
          ratio, null, Verdict.INCONCLUSIVE, null, null, added, null, null, null, false);
    }
    LogRatios medians = LogRatios.of(cell.medianNanosPerOp(), baseline.medianNanosPerOp());
    if (stallsDiffer(cell, baseline)) {
      notes.add(Note.STALLS_DIFFER);
    }
    if (SignedRank.disagreesAboutOne(ofCell, Comparison.LEVEL)) {
      notes.add(Note.RANKS_DISAGREE);
    }
    Verdict verdict = verdicts.getOrDefault(contestant, Verdict.INCONCLUSIVE);
    boolean isOpen = verdict == Verdict.INCONCLUSIVE;
    int family = contestant.equals(plan.twin()) ? 1 : Math.max(1, verdicts.size() - 1);
    OptionalInt needed =
        isOpen
            ? ofCell.roundsToVerdict(plan.margin(), family, Comparison.SENSIBLE_ROUNDS)
            : OptionalInt.empty();
    return new Comparison(
        ofCell.interval(Comparison.LEVEL).ratio(),
        ofCell.estimate(),
        verdict,
        rounds() < SignedRank.MIN_ROUNDS ? null : SignedRank.interval(ofCell, Comparison.LEVEL),
        medians.interval(Comparison.LEVEL),
        added,
        cpu(cell, baseline),
        ofCell.detectableEffect(),
        needed.isPresent() ? Math.max(1, needed.getAsInt() - rounds()) : null,
        isOpen && needed.isEmpty());
  }

  /** A thread that waits behind a delay turns round, which is no work for an operation. */
  private @Nullable RatioInterval cpu(Measurements cell, Measurements baseline) {
    if (workload.delayNanos() > 0) {
      return null;
    }
    double[] ofCell = cell.cpuNanosOfForks();
    double[] ofBaseline = baseline.cpuNanosOfForks();
    return ofCell.length < cell.forks().size() || ofBaseline.length < baseline.forks().size()
        ? null
        : LogRatios.of(ofCell, ofBaseline).interval(Comparison.LEVEL);
  }

  private static boolean isOtherBill(@Nullable Cost cost, @Nullable Cost ofBaseline) {
    return cost != null
        && ofBaseline != null
        && (cost.statements() != ofBaseline.statements()
            || cost.roundTrips() != ofBaseline.roundTrips());
  }

  private static boolean stallsDiffer(Measurements cell, Measurements baseline) {
    RatioInterval gap = LogRatios.of(stalls(cell), stalls(baseline)).interval(Comparison.LEVEL);
    return !gap.contains(1) && Math.abs(Math.log(gap.ratio())) >= NOTABLE_GAP;
  }

  /** How much longer an operation takes on average than in the median slice, fork by fork. */
  private static double[] stalls(Measurements cell) {
    return cell.forks().stream()
        .mapToDouble(fork -> fork.nanosPerOp() / fork.medianNanosPerOp())
        .toArray();
  }

  private @Nullable Double noiseFloor() {
    return twin()
        .map(twin -> twin.interval(Comparison.LEVEL))
        .map(interval -> Math.max(interval.high(), 1 / interval.low()) - 1)
        .orElse(null);
  }
}
