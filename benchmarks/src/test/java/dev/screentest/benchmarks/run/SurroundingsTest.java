package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.contestant.Contestants;
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
    return new ServerInfo(
        "embedded",
        "18",
        180_000,
        "localhost",
        "postgres",
        new TreeMap<>(),
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
    return Surroundings.of(
            RunPlans.at(tempo, plan),
            Instant.EPOCH,
            List.of(),
            server,
            Contestants.onClassPath(),
            false)
        .fingerprint();
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

  /** Times that were measured after another warm-up are other times. */
  @Test
  void runsOfAnotherTempoAreNotComparable() {
    assertThat(fingerprint(Tempo.NORMAL)).isEqualTo(fingerprint(Tempo.NORMAL));
    assertThat(fingerprint(Tempo.QUICK)).isNotEqualTo(fingerprint(Tempo.NORMAL));
    assertThat(fingerprint(Tempo.THOROUGH)).isNotEqualTo(fingerprint(Tempo.NORMAL));
  }
}
