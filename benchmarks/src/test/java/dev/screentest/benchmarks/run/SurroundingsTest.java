package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.testbed.database.DriverSettings;
import dev.screentest.testbed.database.ServerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  private static final ServerInfo SERVER = server(Map.of());

  private static ServerInfo server(Map<String, String> driver) {
    return server(18, Map.of(), driver);
  }

  private static ServerInfo server(
      int version, Map<String, String> settings, Map<String, String> driver) {
    return new ServerInfo(
        "embedded",
        String.valueOf(version),
        version * 10_000,
        "localhost",
        "postgres",
        new TreeMap<>(settings),
        new TreeMap<>(driver),
        Optional.empty(),
        true);
  }

  private static String fingerprint(Tempo tempo) {
    return fingerprint(tempo, SERVER);
  }

  private static String fingerprint(Tempo tempo, ServerInfo server) {
    RunPlan plan =
        RunPlans.of(
            new StoppingRule(1, null, Duration.ofMinutes(1)), List.of("find-movie"), "jdbc");
    return fingerprint(RunPlans.at(tempo, plan), server);
  }

  private static String fingerprint(RunPlan plan, ServerInfo server) {
    return header(plan, server).fingerprint();
  }

  private static RunHeader header(RunPlan plan, ServerInfo server) {
    return Surroundings.of(
        plan, Instant.EPOCH, List.of(), server, Contestants.onClassPath(), false);
  }

  /** The defaults of the driver are those of runs that did not say. */
  @Test
  void runsWithOtherSettingsOfTheDriverAreNotComparable() {
    Map<String, String> unprepared = new TreeMap<>(DriverSettings.DEFAULTS);
    unprepared.put("prepareThreshold", "0");
    assertThat(fingerprint(Tempo.NORMAL, server(DriverSettings.DEFAULTS)))
        .isEqualTo(fingerprint(Tempo.NORMAL));
    assertThat(fingerprint(Tempo.NORMAL, server(unprepared)))
        .isNotEqualTo(fingerprint(Tempo.NORMAL));
  }

  @Test
  void runsOnAnotherServerOrWithOtherSettingsAreNotComparable() {
    ServerInfo durable = server(18, Map.of("fsync", "on"), Map.of());
    ServerInfo older = server(17, Map.of(), Map.of());
    assertThat(fingerprint(Tempo.NORMAL, durable)).isNotEqualTo(fingerprint(Tempo.NORMAL));
    assertThat(fingerprint(Tempo.NORMAL, older)).isNotEqualTo(fingerprint(Tempo.NORMAL));
  }

  @Test
  void pairedAndIsolatedRunsAreNotComparable() {
    RunPlan paired = RunPlans.of(StoppingRule.rounds(1), List.of("find-movie"), "jdbc");
    assertThat(fingerprint(RunPlans.isolated(paired), SERVER))
        .isNotEqualTo(fingerprint(paired, SERVER));
  }

  /** What is called the same decides nothing of what was measured. */
  @Test
  void theMarginIsThatOfThePlanAndNoPartOfTheFingerprint() {
    RunPlan plan = RunPlans.of(StoppingRule.rounds(1), List.of("find-movie"), "jdbc");
    RunPlan generous = RunPlans.within(0.1, plan);
    assertThat(header(generous, SERVER).plan().margin()).isEqualTo(0.1);
    assertThat(fingerprint(generous, SERVER)).isEqualTo(fingerprint(plan, SERVER));
  }

  /** Times that were measured after another warm-up are other times. */
  @Test
  void runsOfAnotherTempoAreNotComparable() {
    assertThat(fingerprint(Tempo.NORMAL)).isEqualTo(fingerprint(Tempo.NORMAL));
    assertThat(fingerprint(Tempo.QUICK)).isNotEqualTo(fingerprint(Tempo.NORMAL));
    assertThat(fingerprint(Tempo.THOROUGH)).isNotEqualTo(fingerprint(Tempo.NORMAL));
  }
}
