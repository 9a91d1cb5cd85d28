package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.testbed.database.ServerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  private static final ServerInfo SERVER =
      new ServerInfo(
          "embedded",
          "18",
          180_000,
          "localhost",
          "postgres",
          new TreeMap<>(),
          new TreeMap<>(),
          Optional.empty(),
          true);

  private static String fingerprint(Tempo tempo) {
    RunPlan plan =
        RunPlans.of(
            new StoppingRule(1, null, Duration.ofMinutes(1)), List.of("find-movie"), "jdbc");
    return Surroundings.of(
            RunPlans.at(tempo, plan),
            Instant.EPOCH,
            List.of(),
            SERVER,
            Contestants.onClassPath(),
            false)
        .fingerprint();
  }

  /** Times that were measured after another warm-up are other times. */
  @Test
  void runsOfAnotherTempoAreNotComparable() {
    assertThat(fingerprint(Tempo.NORMAL)).isEqualTo(fingerprint(Tempo.NORMAL));
    assertThat(fingerprint(Tempo.QUICK)).isNotEqualTo(fingerprint(Tempo.NORMAL));
    assertThat(fingerprint(Tempo.THOROUGH)).isNotEqualTo(fingerprint(Tempo.NORMAL));
  }
}
