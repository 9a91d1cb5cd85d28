package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuietTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void aProcessIsQuietWhenItsCpuTimeStopsGrowing() {
    AtomicInteger readings = new AtomicInteger();
    // Each reading a second more than the last, up to the fifth
    Quiet quiet = new Quiet(pid -> Optional.of(worked(Math.min(5, readings.incrementAndGet()))));

    assertThat(quiet.await(1, LONG)).isTrue();
    assertThat(readings).hasValue(6);
  }

  @Test
  void whoNeverRestsIsNotWaitedForForEver() {
    AtomicInteger readings = new AtomicInteger();
    Quiet quiet = new Quiet(pid -> Optional.of(worked(readings.incrementAndGet())));

    assertThat(quiet.await(1, Duration.ofMillis(20))).isFalse();
  }

  @Test
  void whoIsGoneIsQuiet() {
    assertThat(new Quiet(pid -> Optional.empty()).await(1, LONG)).isTrue();
  }

  private static ProcessCpu worked(int seconds) {
    return new ProcessCpu(Map.of("1", Duration.ofSeconds(seconds)));
  }
}
