package dev.screentest.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTextTest {

  @ParameterizedTest
  @CsvSource({
    "0,0,0",
    "200us,200000,200us",
    "200µs,200000,200us",
    "1ms,1000000,1ms",
    "1000us,1000000,1ms",
    "1S,1000000000,1s",
    "1500us,1500000,1500us"
  })
  void isReadAsPeopleWriteItAndHasOneName(String text, long nanos, String name) {
    assertThat(DelayText.parse(text)).contains(Duration.ofNanos(nanos));
    assertThat(DelayText.of(Duration.ofNanos(nanos))).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1m", "-1ms", "1.5ms", "ms", "1 ms", "99999999999us"})
  void whatIsNoDelayIsNone(String text) {
    assertThat(DelayText.parse(text)).isEmpty();
  }

  @Test
  void aWorkloadBehindADelayHasItInItsName() {
    WorkloadEntry near = WorkloadCatalogue.resolve(List.of("find-movie")).get(0);
    WorkloadEntry far = near.behind(Duration.ofMillis(1));

    assertThat(far.name()).isEqualTo("find-movie+1ms");
    assertThat(far.plainName()).isEqualTo("find-movie");
    assertThat(near.plainName()).isEqualTo("find-movie");
    assertThat(near.delay()).isZero();
    assertThat(far.benchmark()).isEqualTo(near.benchmark());
  }

  @Test
  void noWorkloadHasAPlusInItsName() {
    assertThat(WorkloadCatalogue.all())
        .extracting(WorkloadEntry::name)
        .noneMatch(n -> n.contains("+"));
  }
}
