package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Delayed;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.Verified;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.statistics.LinearCost;
import dev.screentest.benchmarks.statistics.MeanInterval;
import dev.screentest.benchmarks.statistics.StraightLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Separates what an operation costs by itself from what its round trips cost, where a run measured
 * the same workload behind several delays. Lines are drawn through what forks really waited, not
 * through what they were asked to.
 *
 * <p>What was measured near the server is no point of a line that has two others: whoever waits
 * finds colder caches afterwards, so that an operation takes longer behind any delay than behind
 * none, which a line would take for a part of its slope.
 */
final class DelayAnalysis {

  private record ForkOf(CellId cell, int round) {}

  private final Plan plan;
  private final Map<CellId, Map<Integer, Fork>> forks;
  private final Map<ForkOf, Delayed> delays = new HashMap<>();
  private final Map<CellId, Double> counted = new HashMap<>();
  private final List<CellId> withoutNumber;

  /**
   * Prepares.
   *
   * @param forks those of the data, by cell and round
   * @param withoutNumber cells that failed or were left out
   */
  DelayAnalysis(RunData data, Map<CellId, Map<Integer, Fork>> forks, List<CellId> withoutNumber) {
    this.plan = data.header().plan();
    this.forks = forks;
    this.withoutNumber = withoutNumber;
    data.entries(Delayed.class)
        .forEach(delayed -> delays.put(new ForkOf(delayed.cell(), delayed.round()), delayed));
    data.entries(Verified.class)
        .forEach(verified -> counted.put(verified.cell(), verified.cost().roundTrips()));
  }

  /** Returns a model for each contestant in each workload that has several delays. */
  List<CostModel> models() {
    Map<String, List<WorkloadPlan>> families =
        plan.compared().stream()
            .collect(
                Collectors.groupingBy(
                    WorkloadPlan::nearName, LinkedHashMap::new, Collectors.toList()));
    List<CostModel> models = new ArrayList<>();
    families.forEach(
        (name, family) -> {
          if (family.size() > 1) {
            models.addAll(models(name, family));
          }
        });
    return models;
  }

  private List<CostModel> models(String name, List<WorkloadPlan> family) {
    List<WorkloadPlan> points = points(family);
    SortedMap<Integer, StraightLine> ofBaseline = lines(points, plan.baseline());
    List<CostModel> models = new ArrayList<>();
    for (String contestant : plan.contestants()) {
      SortedMap<Integer, StraightLine> lines = lines(points, contestant);
      if (!lines.isEmpty()) {
        LinearCost cost = LinearCost.of(List.copyOf(lines.values()), Comparison.LEVEL);
        MeanInterval added =
            contestant.equals(plan.baseline()) ? null : added(lines, ofBaseline).orElse(null);
        models.add(
            new CostModel(
                name,
                contestant,
                lines.size(),
                cost,
                counted.get(new CellId(family.get(0).name(), contestant)),
                waitedRoundTrips(family, contestant),
                added,
                added == null || !(cost.perUnit().mean() > 0)
                    ? null
                    : cost.unitsUntilShare(added.mean(), CostModel.NEGLIGIBLE)));
      }
    }
    return models;
  }

  private static List<WorkloadPlan> points(List<WorkloadPlan> family) {
    List<WorkloadPlan> delayed =
        family.stream().filter(workload -> workload.delayNanos() > 0).toList();
    return delayed.size() > 1 ? delayed : family;
  }

  private @Nullable Double waitedRoundTrips(List<WorkloadPlan> family, String contestant) {
    double roundTrips = 0;
    double operations = 0;
    for (WorkloadPlan workload : family) {
      CellId cell = new CellId(workload.name(), contestant);
      for (Map.Entry<ForkOf, Delayed> fork : delays.entrySet()) {
        if (fork.getKey().cell().equals(cell)) {
          roundTrips += fork.getValue().roundTrips();
          operations += fork.getValue().operations();
        }
      }
    }
    return operations == 0 ? null : roundTrips / operations;
  }

  private static Optional<MeanInterval> added(
      SortedMap<Integer, StraightLine> lines, SortedMap<Integer, StraightLine> ofBaseline) {
    List<Double> differences = new ArrayList<>();
    lines.forEach(
        (round, line) -> {
          StraightLine reference = ofBaseline.get(round);
          if (reference != null) {
            differences.add(line.intercept() - reference.intercept());
          }
        });
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            MeanInterval.of(
                differences.stream().mapToDouble(Double::doubleValue).toArray(), Comparison.LEVEL));
  }

  /** Returns a line for each round in which a contestant has a fork behind every delay. */
  private SortedMap<Integer, StraightLine> lines(List<WorkloadPlan> family, String contestant) {
    SortedMap<Integer, StraightLine> lines = new TreeMap<>();
    TreeSet<Integer> rounds = new TreeSet<>();
    for (WorkloadPlan workload : family) {
      CellId cell = new CellId(workload.name(), contestant);
      Map<Integer, Fork> ofCell = forks.getOrDefault(cell, Map.of());
      if (withoutNumber.contains(cell) || ofCell.isEmpty()) {
        return lines;
      }
      if (workload.equals(family.get(0))) {
        rounds.addAll(ofCell.keySet());
      } else {
        rounds.retainAll(ofCell.keySet());
      }
    }
    for (int round : rounds) {
      double[] waited = new double[family.size()];
      double[] nanosPerOp = new double[family.size()];
      for (int i = 0; i < waited.length; i++) {
        CellId cell = new CellId(family.get(i).name(), contestant);
        @Nullable Delayed delayed = delays.get(new ForkOf(cell, round));
        waited[i] = delayed == null ? family.get(i).delayNanos() : delayed.nanosPerRoundTrip();
        nanosPerOp[i] =
            forks.getOrDefault(cell, Map.of()).entrySet().stream()
                .filter(fork -> fork.getKey() == round)
                .mapToDouble(fork -> fork.getValue().nanosPerOp())
                .findFirst()
                .orElseThrow();
      }
      lines.put(round, StraightLine.through(waited, nanosPerOp));
    }
    return lines;
  }

  /** Returns how well each delay was kept, the shortest first. */
  List<DelayFidelity> fidelities() {
    SortedMap<Long, List<Delayed>> byDelay = new TreeMap<>();
    for (WorkloadPlan workload : plan.compared()) {
      delays.forEach(
          (fork, delayed) -> {
            if (fork.cell().workload().equals(workload.name())) {
              byDelay
                  .computeIfAbsent(workload.delayNanos(), first -> new ArrayList<>())
                  .add(delayed);
            }
          });
    }
    return byDelay.entrySet().stream().map(DelayAnalysis::fidelity).toList();
  }

  private static DelayFidelity fidelity(Map.Entry<Long, List<Delayed>> delay) {
    long asked = delay.getKey();
    double roundTrips = 0;
    double waited = 0;
    double worst = asked;
    for (Delayed fork : delay.getValue()) {
      roundTrips += fork.roundTrips();
      waited += fork.nanosPerRoundTrip() * fork.roundTrips();
      if (Math.abs(fork.nanosPerRoundTrip() - asked) > Math.abs(worst - asked)) {
        worst = fork.nanosPerRoundTrip();
      }
    }
    return new DelayFidelity(asked, waited / roundTrips, worst);
  }
}
