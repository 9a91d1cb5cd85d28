package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.CostModel;
import dev.screentest.benchmarks.analysis.DelayFidelity;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.report.Sheet.Field;
import dev.screentest.benchmarks.statistics.MeanInterval;
import dev.screentest.benchmarks.workload.DelayText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What delays say of an operation's cost as people read it, the same in every view. */
final class CostWording {

  private static final List<String> HEADING =
      List.of(
          "implementation",
          "a, µs",
          "b, trips",
          "95 % interval",
          "counted",
          "added, µs",
          "below 5 % from");

  private final RunReport report;

  CostWording(RunReport report) {
    this.report = report;
  }

  /** Returns a table for each workload of which delays tell, in the order of the plan. */
  List<Sheet> sheets() {
    Map<String, List<CostModel>> byWorkload =
        report.costModels().stream()
            .collect(
                Collectors.groupingBy(
                    CostModel::workload, LinkedHashMap::new, Collectors.toList()));
    return byWorkload.entrySet().stream()
        .map(models -> sheet(models.getKey(), models.getValue()))
        .toList();
  }

  private static Sheet sheet(String workload, List<CostModel> models) {
    int rounds = models.stream().mapToInt(CostModel::rounds).min().orElse(0);
    List<String> notes = new ArrayList<>();
    notes.add(
        "t = a + b × delay, a line for each of %d %s"
            .formatted(rounds, rounds == 1 ? "round" : "rounds"));
    models.forEach(model -> remark(model).ifPresent(notes::add));
    return new Sheet(
        workload + ", by delay", notes, 1, HEADING, models.stream().map(CostWording::row).toList());
  }

  private static List<Field> row(CostModel model) {
    MeanInterval slope = model.cost().perUnit();
    return Field.of(
        model.contestant(),
        Wording.micros(model.cost().fixed().mean()),
        Numbers.format("%,.2f", slope.mean()),
        interval(slope),
        model.countedRoundTrips() == null ? "" : Numbers.count(model.countedRoundTrips()),
        model.added() == null ? "" : Wording.micros(model.added().mean()),
        negligible(model.negligibleFromNanos()));
  }

  private static String interval(MeanInterval mean) {
    return mean.low() == null || mean.high() == null
        ? "one round"
        : "["
            + Numbers.format("%,.2f", mean.low())
            + ", "
            + Numbers.format("%,.2f", mean.high())
            + "]";
  }

  private static String negligible(@Nullable Double nanos) {
    if (nanos == null) {
      return "";
    }
    return nanos == 0 ? "always" : Wording.micros(nanos) + " µs";
  }

  /** Returns what is to be said of a row besides its numbers; empty where there is nothing. */
  private static Optional<String> remark(CostModel model) {
    List<String> remarks = new ArrayList<>();
    Double error = model.slopeError();
    if (model.isContradicted() && error != null) {
      remarks.add(
          "b is %s %s the counted round trips%s"
              .formatted(
                  Wording.percent(Math.abs(error)),
                  error > 0 ? "above" : "below",
                  model.waitedRoundTrips() == null
                      ? ""
                      : ", where forks waited %s times an operation"
                          .formatted(Numbers.format("%,.2f", model.waitedRoundTrips()))));
    }
    if (model.isBent()) {
      remarks.add(
          "times are up to %s from the line, so that it says little"
              .formatted(Wording.percent(model.cost().misfit())));
    }
    return remarks.isEmpty()
        ? Optional.empty()
        : Optional.of(model.contestant() + ": " + String.join("; ", remarks));
  }

  /** Returns what the columns mean and how well the delays were kept; empty without any delay. */
  List<String> method() {
    List<String> method = new ArrayList<>();
    if (!report.costModels().isEmpty()) {
      method.add(
          "a: what an operation takes besides its delays, from two of them on with caches that cool"
              + " meanwhile, which no delay tells nothing of; b: what it takes longer for each unit"
              + " of delay, which is how often it waits for the server, and must be the counted"
              + " round trips within 5 %.");
      method.add(
          "added: a less that of "
              + report.plan().baseline()
              + " in the same rounds; below 5 % from: the delay from which on that is less than 5 %"
              + " of an operation.");
    }
    report.delays().forEach(delay -> method.add(fidelity(delay)));
    return method;
  }

  private static String fidelity(DelayFidelity delay) {
    return "delay of %s: round trips took %s µs longer (%s), in the worst fork %s µs (%s)."
        .formatted(
            DelayText.of(Duration.ofNanos(delay.askedNanos())),
            Wording.micros(delay.waitedNanos()),
            Numbers.format("%+.2f %%", 100 * delay.error()),
            Wording.micros(delay.worstNanos()),
            Numbers.format("%+.2f %%", 100 * delay.worstError()));
  }
}
