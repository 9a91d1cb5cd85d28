package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.statistics.RatioInterval;
import dev.screentest.benchmarks.statistics.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run in three sentences: how far it can be trusted, how far the contestants are apart, and what
 * is shown. Its family are the headline's comparisons, or all where the run has no headline.
 */
final class Summary {

  private final Plan plan;
  private final List<WorkloadReport> workloads;
  private final List<Omission> omissions;
  private final TwinCheck twinCheck;
  private final List<MeanRatio> means;

  Summary(
      Plan plan,
      List<WorkloadReport> workloads,
      List<Omission> omissions,
      TwinCheck twinCheck,
      List<MeanRatio> means) {
    this.plan = plan;
    List<WorkloadReport> headline =
        workloads.stream().filter(workload -> workload.plan().isHeadline()).toList();
    this.workloads = headline.isEmpty() ? workloads : headline;
    this.omissions = omissions;
    this.twinCheck = twinCheck;
    this.means = means;
  }

  List<String> sentences() {
    return List.of(trust(), distances(), shown());
  }

  private String trust() {
    if (twinCheck.hasFailed()) {
      return "Do not trust this run: it tells %s apart from itself in %s."
          .formatted(plan.baseline(), String.join(", ", twinCheck.toldApart()));
    }
    @Nullable Double floor =
        workloads.stream()
            .map(WorkloadReport::noiseFloor)
            .filter(Objects::nonNull)
            .max(Double::compare)
            .orElse(null);
    return floor == null
        ? "How noisy this run was is not known: no twin of %s has two rounds."
            .formatted(plan.baseline())
        : String.format(
            Locale.ROOT,
            "%s and its twin, which are identical, differ by at most %.1f %% here (95 %%), which is"
                + " the noise floor.",
            plan.baseline(),
            100 * floor);
  }

  private String distances() {
    if (means.isEmpty()) {
      return "No mean over workloads: none of the headline has a ratio with an interval.";
    }
    int most = means.stream().mapToInt(mean -> mean.workloads().size()).max().orElseThrow();
    return "Times as long as %s, geometric mean over %s: "
            .formatted(plan.baseline(), count(most, "workload"))
        + means.stream().map(mean -> distance(mean, most)).collect(Collectors.joining(", "))
        + ".";
  }

  private static String distance(MeanRatio mean, int most) {
    RatioInterval interval = mean.interval();
    return String.format(
            Locale.ROOT,
            "%s %.2f [%.2f, %.2f]",
            mean.contestant(),
            interval.ratio(),
            interval.low(),
            interval.high())
        + (mean.workloads().size() < most ? " (over %d)".formatted(mean.workloads().size()) : "");
  }

  private String shown() {
    Map<String, Map<Verdict, Integer>> verdicts = new WholeRun(plan, workloads).tallies();
    String shown =
        verdicts.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + " "
                        + entry.getValue().entrySet().stream()
                            .map(tally -> words(tally.getKey()) + " in " + tally.getValue())
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));
    return (shown.isEmpty()
            ? "Nothing is shown yet"
            : "Shown with 5 % error for all of it together: " + shown)
        + omitted()
        + ".";
  }

  private String omitted() {
    long failed = omissions.stream().filter(o -> o.kind() == Omission.Kind.FAILED).count();
    long leftOut = omissions.stream().filter(o -> o.kind() == Omission.Kind.LEFT_OUT).count();
    return (failed == 0 ? "" : "; failed: " + count(failed, "cell"))
        + (leftOut == 0 ? "" : "; left out: " + count(leftOut, "cell"));
  }

  private String words(Verdict verdict) {
    return switch (verdict) {
      case SAME ->
          "the same within "
              + BigDecimal.valueOf(100 * plan.margin())
                  .setScale(1, RoundingMode.HALF_UP)
                  .stripTrailingZeros()
                  .toPlainString()
              + " %";
      case SLOWER -> "slower";
      case FASTER -> "faster";
      case INCONCLUSIVE -> "not told apart";
    };
  }

  private static String count(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
