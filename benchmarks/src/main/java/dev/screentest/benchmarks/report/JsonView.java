package dev.screentest.benchmarks.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.screentest.benchmarks.analysis.Comparison;
import dev.screentest.benchmarks.analysis.CostModel;
import dev.screentest.benchmarks.analysis.DelayFidelity;
import dev.screentest.benchmarks.analysis.Disturbance;
import dev.screentest.benchmarks.analysis.MeanRatio;
import dev.screentest.benchmarks.analysis.Note;
import dev.screentest.benchmarks.analysis.Omission;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.analysis.Standing;
import dev.screentest.benchmarks.analysis.Way;
import dev.screentest.benchmarks.analysis.WorkloadReport;
import dev.screentest.benchmarks.statistics.MeanInterval;
import dev.screentest.benchmarks.statistics.RatioInterval;
import dev.screentest.benchmarks.verify.Cost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run for programs: one JSON object. Numbers are not rounded; one that there is not is null. Each
 * comparison is that of one implementation with the baseline in one workload, the twin among them.
 */
public final class JsonView {

  private final RunReport report;
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  private JsonView(RunReport report) {
    this.report = report;
  }

  /** Returns the object, indented. */
  public static String render(RunReport report) {
    return new JsonView(report).run().toPrettyString() + "\n";
  }

  private ObjectNode run() {
    ObjectNode run = nodes.objectNode();
    run.put("noiseFloorPercent", report.noiseFloorPercent());
    run.put("rounds", report.rounds());
    run.put("seed", report.plan().seed());
    run.put("started", report.header().started().toString());
    run.put("baseline", report.plan().baseline());
    run.put("margin", report.plan().margin());
    run.put("twinCheckFailed", report.twinCheck().hasFailed());
    run.set("summary", strings(report.summary()));
    ArrayNode comparisons = run.putArray("comparisons");
    ArrayNode baselines = run.putArray("baselines");
    for (WorkloadReport workload : report.workloads()) {
      for (Standing standing : workload.standings()) {
        Comparison comparison = standing.comparison();
        if (comparison == null) {
          baselines.add(cell(standing));
        } else {
          comparisons.add(comparison(workload, standing, comparison));
        }
      }
    }
    ArrayNode means = run.putArray("geometricMeans");
    report.means().forEach(mean -> means.add(mean(mean)));
    ArrayNode spotChecks = run.putArray("spotChecks");
    report.spotChecks().forEach(check -> spotChecks(spotChecks, check));
    ArrayNode ways = run.putArray("ways");
    report.ways().forEach(way -> ways.add(way(way)));
    ArrayNode costModels = run.putArray("costModels");
    report.costModels().forEach(model -> costModels.add(costModel(model)));
    ArrayNode delays = run.putArray("delays");
    report.delays().forEach(delay -> delays.add(delay(delay)));
    ArrayNode omissions = run.putArray("withoutNumber");
    report.omissions().forEach(omission -> omissions.add(omission(omission)));
    Disturbance disturbance = report.disturbance();
    run.putObject("disturbance")
        .put("stealFraction", disturbance.stealFraction())
        .put("highestLoad", disturbance.highestLoad())
        .put("collectorFraction", disturbance.collectorFraction())
        .put("checkpoints", disturbance.checkpoints());
    run.set("environment", environment());
    return run;
  }

  private void spotChecks(ArrayNode spotChecks, WorkloadReport check) {
    for (Standing standing : check.standings()) {
      Comparison comparison = standing.comparison();
      ObjectNode node = spotChecks.addObject();
      node.put("workload", check.plan().checkedName());
      node.put("implementation", standing.contestant());
      node.put("rounds", check.rounds());
      node.put("nanosPerOp", standing.nanosPerOp().mean());
      node.put("ratio", comparison == null ? null : comparison.ratio());
      RatioInterval interval = comparison == null ? null : comparison.interval();
      node.put("low", interval == null ? null : interval.low());
      node.put("high", interval == null ? null : interval.high());
    }
  }

  private ObjectNode comparison(WorkloadReport workload, Standing standing, Comparison comparison) {
    RatioInterval interval = comparison.interval();
    ObjectNode node = nodes.objectNode();
    node.put("workload", workload.name());
    node.put("implementation", standing.contestant());
    node.put("baseline", report.plan().baseline());
    node.put("ratio", comparison.ratio());
    node.put("low", interval == null ? null : interval.low());
    node.put("high", interval == null ? null : interval.high());
    node.put("verdict", comparison.verdict().toString());
    costs(node, standing);
    node.put("addedNanosPerOp", comparison.addedNanosPerOp());
    node.put("rounds", workload.rounds());
    node.put("roundsStillNeeded", comparison.roundsStillNeeded());
    node.put("cannotBeShownHere", comparison.isBeyondReach());
    node.put("detectableEffect", comparison.detectableEffect());
    node.put("noiseFloor", workload.noiseFloor());
    bounds(node, "signedRank", comparison.ranks());
    bounds(node, "medians", comparison.robust());
    bounds(node, "clientCpu", comparison.cpu());
    node.set("notes", strings(standing.notes().stream().map(Note::label).toList()));
    node.set("differentBill", strings(standing.differentBill()));
    return node;
  }

  private ObjectNode cell(Standing standing) {
    ObjectNode node = nodes.objectNode();
    node.put("workload", standing.cell().workload());
    node.put("implementation", standing.contestant());
    costs(node, standing);
    node.set("notes", strings(standing.notes().stream().map(Note::label).toList()));
    node.set("differentBill", strings(standing.differentBill()));
    return node;
  }

  private static void costs(ObjectNode node, Standing standing) {
    Cost cost = standing.cost();
    node.put("tier", standing.tier());
    node.put("nanosPerOp", standing.nanosPerOp().mean());
    node.put("nanosPerOpLow", standing.nanosPerOp().low());
    node.put("nanosPerOpHigh", standing.nanosPerOp().high());
    node.put("cpuNanosPerOp", standing.cpuNanosPerOp());
    node.put("bytesPerOp", standing.bytesPerOp());
    node.put("statementsPerOp", cost == null ? null : cost.statements());
    node.put("roundTripsPerOp", cost == null ? null : cost.roundTrips());
    node.put("idBlocksPerOp", cost == null ? null : cost.idBlocks());
    node.put("rowsReceivedPerOp", cost == null ? null : cost.rowsReceived());
    node.put("rowsWrittenPerOp", cost == null ? null : cost.rowsWritten());
    node.put("bytesSentPerOp", cost == null ? null : cost.bytesSent());
    node.put("bytesReceivedPerOp", cost == null ? null : cost.bytesReceived());
  }

  private static void bounds(ObjectNode parent, String name, @Nullable RatioInterval interval) {
    if (interval == null) {
      parent.putNull(name);
      return;
    }
    parent
        .putObject(name)
        .put("ratio", interval.ratio())
        .put("low", interval.low())
        .put("high", interval.high());
  }

  private ObjectNode mean(MeanRatio mean) {
    ObjectNode node = nodes.objectNode();
    node.put("implementation", mean.contestant());
    node.put("ratio", mean.interval().ratio());
    node.put("low", mean.interval().low());
    node.put("high", mean.interval().high());
    node.set("workloads", strings(mean.workloads()));
    return node;
  }

  private ObjectNode way(Way way) {
    RatioInterval interval = way.interval();
    ObjectNode node = nodes.objectNode();
    node.put("task", way.task());
    node.put("workload", way.standing().cell().workload());
    node.put("implementation", way.standing().contestant());
    node.put("reference", way.reference());
    node.put("rounds", way.rounds());
    node.put("ratio", way.ratio());
    node.put("low", interval == null ? null : interval.low());
    node.put("high", interval == null ? null : interval.high());
    return node;
  }

  private ObjectNode costModel(CostModel model) {
    ObjectNode node = nodes.objectNode();
    node.put("workload", model.workload());
    node.put("implementation", model.contestant());
    node.put("rounds", model.rounds());
    interval(node, "fixedNanosPerOp", model.cost().fixed());
    interval(node, "roundTripsPerOp", model.cost().perUnit());
    node.put("countedRoundTripsPerOp", model.countedRoundTrips());
    node.put("waitedRoundTripsPerOp", model.waitedRoundTrips());
    node.put("roundTripsError", model.slopeError());
    node.put("isContradicted", model.isContradicted());
    node.put("misfit", model.cost().misfit());
    interval(node, "addedNanosPerOp", model.added());
    node.put("negligibleFromDelayNanos", model.negligibleFromNanos());
    return node;
  }

  private static void interval(ObjectNode parent, String name, @Nullable MeanInterval mean) {
    parent.put(name, mean == null ? null : mean.mean());
    parent.put(name + "Low", mean == null ? null : mean.low());
    parent.put(name + "High", mean == null ? null : mean.high());
  }

  private ObjectNode delay(DelayFidelity delay) {
    ObjectNode node = nodes.objectNode();
    node.put("askedNanos", delay.askedNanos());
    node.put("waitedNanos", delay.waitedNanos());
    node.put("error", delay.error());
    node.put("worstForkNanos", delay.worstNanos());
    node.put("worstForkError", delay.worstError());
    return node;
  }

  private ObjectNode omission(Omission omission) {
    ObjectNode node = nodes.objectNode();
    node.put("workload", omission.cell().workload());
    node.put("implementation", omission.cell().contestant());
    node.put("status", omission.kind().label());
    node.put("reason", omission.reason());
    return node;
  }

  private ObjectNode environment() {
    ObjectNode node = JsonMapper.builder().build().valueToTree(report.header().environment());
    node.set("command", strings(report.header().command()));
    node.put("dataset", report.plan().dataset());
    node.put("dataSeed", report.plan().dataSeed());
    node.put("unit", report.plan().unit());
    node.put("pool", report.plan().pool());
    node.put("fingerprint", report.header().fingerprint());
    return node;
  }

  private ArrayNode strings(List<String> values) {
    ArrayNode array = nodes.arrayNode();
    values.forEach(array::add);
    return array;
  }
}
