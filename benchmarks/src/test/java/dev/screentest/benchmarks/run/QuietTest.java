package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuietTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void aProcessIsQuietWhenItsCpuTimeStopsGrowing() {
    AtomicInteger readings = new AtomicInteger();
    // Each reading a second more than the last, up to the fifth
    Quiet quiet =
        new Quiet(pid -> Optional.of(Duration.ofSeconds(Math.min(5, readings.incrementAndGet()))));

    assertThat(quiet.await(1, LONG)).isTrue();
    assertThat(readings).hasValue(6);
  }

  @Test
  void whoNeverRestsIsNotWaitedForForEver() {
    AtomicInteger readings = new AtomicInteger();
    Quiet quiet = new Quiet(pid -> Optional.of(Duration.ofSeconds(readings.incrementAndGet())));

    assertThat(quiet.await(1, Duration.ofMillis(20))).isFalse();
  }

  @Test
  void whoIsGoneIsQuiet() {
    assertThat(new Quiet(pid -> Optional.empty()).await(1, LONG)).isTrue();
  }

  @Test
  void theCpuTimeOfThisProcessGrows() {
    long pid = ProcessHandle.current().pid();
    Duration before = ProcessCpu.of(pid).orElseThrow();
    long sum = 0;
    for (int i = 0; i < 50_000_000; i++) {
      sum += Integer.toString(i).length();
    }

    assertThat(sum).isPositive();
    assertThat(ProcessCpu.of(pid).orElseThrow()).isGreaterThan(before);
  }
}
