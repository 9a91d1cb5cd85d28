package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.report.Environment;
import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.ServerInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.util.Version;

/** Looks about for what a report says of where it comes from. */
public final class Surroundings {

  private Surroundings() {}

  /** Returns the environment of a run on a server. */
  public static Environment of(RunPlan plan, ServerInfo server, Contestants contestants) {
    return new Environment(
        server.version(),
        ChildJvm.serverKind().orElse(server.kind()),
        server.settings(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        List.of(ForkJvm.INITIAL_HEAP, ForkJvm.MAXIMUM_HEAP, ForkJvm.COLLECTOR),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        plan.dataset().label() + " (" + plan.dataset().summary() + ")",
        DataSet.SEED,
        plan.unit().name().toLowerCase(Locale.ROOT),
        plan.rounds(),
        plan.orderSeed(),
        Version.getPlainVersion(),
        frameworks(plan, contestants));
  }

  private static Map<String, String> frameworks(RunPlan plan, Contestants contestants) {
    Map<String, String> frameworks = new LinkedHashMap<>();
    for (var contestant : plan.contestants()) {
      MovieStoreProvider provider = contestants.provider(contestant.implementation());
      frameworks.put(contestant.implementation(), provider.framework() + " " + provider.version());
    }
    return frameworks;
  }
}
