package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.contestant.Build;
import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.result.Environment;
import dev.screentest.benchmarks.result.Machine;
import dev.screentest.benchmarks.result.Plan;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.benchmarks.result.Server;
import dev.screentest.benchmarks.result.WorkloadPlan;
import dev.screentest.benchmarks.result.WorkloadPlan.Mode;
import dev.screentest.benchmarks.stage.ForkJvm;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.DriverSettings;
import dev.screentest.testbed.database.PoolLibrary;
import dev.screentest.testbed.database.ServerInfo;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.Version;

/** Looks about for what a report says of where it comes from. */
public final class Surroundings {

  /** Bytes of a hash that nobody wants to forge. */
  private static final int FINGERPRINT_BYTES = 8;

  private Surroundings() {}

  /**
   * Returns the header of a run.
   *
   * @param command its arguments, without passwords
   * @param isPinning whether threads are bound to a CPU where that is possible
   */
  public static RunHeader of(
      RunPlan plan,
      Instant started,
      List<String> command,
      ServerInfo server,
      Contestants contestants,
      boolean isPinning) {
    Environment environment =
        environment(plan.contestants(), List.of(plan.pool().library()), server, contestants);
    Plan facts = facts(plan, environment.machine().canPin() && isPinning);
    return new RunHeader(
        started, command, facts, environment, fingerprint(environment, facts, plan.tempo()));
  }

  /**
   * Returns where and with what something takes place.
   *
   * @param players whose libraries are named
   * @param pools whose versions are named
   */
  public static Environment environment(
      List<Contestant> players,
      List<PoolLibrary> pools,
      ServerInfo server,
      Contestants contestants) {
    return new Environment(
        Machines.here(Placement.here(areBackendsLocal(server)).isPresent()),
        new Server(
            server.version(),
            ChildJvm.serverKind().orElse(server.kind()),
            server.settings(),
            server.driver()),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        ForkJvm.arguments(),
        Version.getPlainVersion(),
        revision(),
        libraries(players, pools, contestants));
  }

  /** Returns the part of a plan that this machine and this server allow. */
  public static RunPlan possible(RunPlan wanted, ServerInfo server) {
    return Placement.here(areBackendsLocal(server)).isPresent()
        ? wanted
        : wanted.withoutSpotChecks();
  }

  /** Returns whether the server's processes are ours, and beside us. */
  public static boolean areBackendsLocal(ServerInfo server) {
    return ChildJvm.serverKind().orElse(server.kind()).equals("embedded");
  }

  private static Plan facts(RunPlan plan, boolean isPinned) {
    List<WorkloadEntry> headline = WorkloadCatalogue.headline();
    return new Plan(
        plan.workloads().stream()
            .map(
                workload ->
                    new WorkloadPlan(
                        workload.name(),
                        plan.mode(),
                        isPinned && workload.isPinnable(),
                        headline.contains(workload),
                        workload.delay().toNanos(),
                        workload.isSpotCheck()))
            .toList(),
        plan.contestants().stream().map(contestant -> contestant.label()).toList(),
        plan.baseline().label(),
        plan.dataset().label() + " (" + plan.dataset().summary() + ")",
        DataSet.SEED,
        plan.unit().name().toLowerCase(Locale.ROOT),
        plan.stop().rounds(),
        plan.stop().targetHalfWidth(),
        plan.stop().budget() == null ? null : plan.stop().budget().toSeconds(),
        plan.seed(),
        plan.margin(),
        plan.pool().text());
  }

  /**
   * What decides whether times may be compared, warm-up included; what is compared, such as
   * versions, does not.
   */
  private static String fingerprint(Environment environment, Plan plan, Tempo tempo) {
    Machine machine = environment.machine();
    List<String> facts = new ArrayList<>();
    Collections.addAll(
        facts,
        machine.operatingSystem(),
        machine.cpu(),
        String.valueOf(machine.cores()),
        String.valueOf(machine.memoryBytes()),
        String.valueOf(machine.cpuLimit()),
        String.valueOf(machine.governor()),
        environment.server().version(),
        environment.server().kind(),
        environment.server().settings().toString(),
        environment.jvm(),
        environment.jvmArguments().toString(),
        plan.dataset(),
        String.valueOf(plan.dataSeed()),
        plan.unit(),
        tempo.toString(),
        String.valueOf(plan.workloads().stream().anyMatch(WorkloadPlan::isPinned)),
        plan.workloads().stream()
            .filter(workload -> workload.mode() == Mode.PAIRED)
            .findAny()
            .map(workload -> "paired")
            .orElse("isolated"));
    Map<String, String> driver = environment.server().driver();
    if (driver != null && !driver.isEmpty() && !driver.equals(DriverSettings.DEFAULTS)) {
      facts.add(driver.toString());
    }
    if (plan.pool() != null && !plan.pool().equals(PoolPlan.DEFAULT.text())) {
      // As above: left out otherwise, so that runs from before it was known remain comparable.
      facts.add(plan.pool());
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", facts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, FINGERPRINT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static String revision() {
    return home()
        .flatMap(
            home ->
                Output.of(
                    "git",
                    "-C",
                    home.toString(),
                    "describe",
                    "--always",
                    "--dirty",
                    "--abbrev=12",
                    "--exclude=*"))
        .orElse("unknown");
  }

  private static Optional<Path> home() {
    @Nullable CodeSource source = Surroundings.class.getProtectionDomain().getCodeSource();
    try {
      return source == null
          ? Optional.empty()
          : Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** By name; of what comes from a build, with an {@code @} and the build's name behind it. */
  private static Map<String, String> libraries(
      List<Contestant> players, List<PoolLibrary> pools, Contestants contestants) {
    Map<String, String> libraries = new LinkedHashMap<>();
    Set<String> builds = new LinkedHashSet<>();
    for (Contestant contestant : players) {
      builds.add(contestant.build());
      libraries.put(
          inBuild(contestant.implementation(), contestant.build()),
          contestants.framework(contestant));
    }
    for (String build : builds) {
      for (PoolLibrary pool : pools) {
        contestants
            .sharedLibraries(build, pool)
            .forEach((library, version) -> libraries.put(inBuild(library, build), version));
      }
    }
    for (Build build : contestants.builds()) {
      libraries.put("build " + build.name(), build.identity());
    }
    return libraries;
  }

  private static String inBuild(String name, String build) {
    return build.isEmpty() ? name : name + "@" + build;
  }
}
