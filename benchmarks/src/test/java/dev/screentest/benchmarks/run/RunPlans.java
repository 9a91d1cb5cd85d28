package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.result.Environment;
import dev.screentest.benchmarks.result.Machine;
import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.benchmarks.result.Server;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.result.WorkloadPlan.Mode;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans that tests measure by, as short as they get. */
final class RunPlans {

  private static final Tempo SHORTEST =
      new Tempo(1, 2, Duration.ofMillis(20), Duration.ofMillis(20), 1, 2);

  private RunPlans() {}

  static RunPlan of(StoppingRule stop, List<String> workloads, String... contestants) {
    return of(Contestants.onClassPath(), stop, workloads, contestants);
  }

  static RunPlan of(
      Contestants all, StoppingRule stop, List<String> workloads, String... contestants) {
    return new RunPlan(
        WorkloadCatalogue.resolve(workloads),
        Arrays.stream(contestants).map(all::resolve).toList(),
        DataSet.TUTORIAL,
        UnitKind.READ,
        stop,
        1,
        SHORTEST,
        Mode.PAIRED,
        0,
        PoolPlan.DEFAULT,
        RunPlan.USUAL_MARGIN);
  }

  /** One workload, and a spot check of it. */
  static RunPlan checked(StoppingRule stop, String workload, String... contestants) {
    RunPlan plan = of(stop, List.of(workload), contestants);
    WorkloadEntry entry = plan.workloads().get(0);
    return plan.with(List.of(entry, entry.unpinned()));
  }

  /** The same, one fork after the other. */
  static RunPlan isolated(RunPlan plan) {
    return with(plan.tempo(), Mode.ISOLATED, plan.margin(), plan);
  }

  /** The same at another tempo. */
  static RunPlan at(Tempo tempo, RunPlan plan) {
    return with(tempo, plan.mode(), plan.margin(), plan);
  }

  /** The same with another margin. */
  static RunPlan within(double margin, RunPlan plan) {
    return with(plan.tempo(), plan.mode(), margin, plan);
  }

  private static RunPlan with(Tempo tempo, Mode mode, double margin, RunPlan plan) {
    return new RunPlan(
        plan.workloads(),
        plan.contestants(),
        plan.dataset(),
        plan.unit(),
        plan.stop(),
        plan.seed(),
        tempo,
        mode,
        plan.roundsPerServer(),
        plan.pool(),
        margin);
  }

  /** A header that says nothing of where; its run binds no thread. */
  static RunHeader header(RunPlan plan) {
    return new RunHeader(
        Instant.EPOCH,
        List.of(),
        new Plan(
            plan.workloads().stream()
                .map(
                    workload ->
                        new WorkloadPlan(
                            workload.name(),
                            plan.mode(),
                            false,
                            !workload.isSpotCheck(),
                            workload.delay().toNanos(),
                            workload.isSpotCheck()))
                .toList(),
            plan.contestants().stream().map(contestant -> contestant.label()).toList(),
            plan.baseline().label(),
            "tutorial",
            DataSet.SEED,
            "read",
            plan.stop().rounds(),
            plan.stop().targetHalfWidth(),
            null,
            plan.seed(),
            0.03,
            null),
        new Environment(
            new Machine("Linux", "a CPU", 2, 1L << 30, null, null, true, false, null),
            new Server("18", "embedded", new TreeMap<>(), null),
            "a JVM",
            List.of(),
            "1.37",
            "unknown",
            Map.of()),
        "0123456789abcdef");
  }
}
