package dev.screentest.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.load.Moment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {

  private final List<Moment> course = new ArrayList<>();

  private void add(long from, long to, long p50) {
    for (long millis = from; millis < to; millis += 100) {
      course.add(new Moment(millis, 10, p50, 2 * p50, 3 * p50));
    }
  }

  @Test
  void itIsBackWhenItStaysBack() {
    add(0, 1_000, 10);
    add(1_000, 2_000, 5_000);
    add(2_000, 2_200, 900);
    add(2_200, 2_300, 20);
    add(2_300, 2_500, 100);
    add(2_500, 5_000, 30);
    assertThat(Recovery.of(course)).isEqualTo(new Recovery(10, 15_000, 500L));
  }

  @Test
  void whoIsNeverCalmAgainHasNoTime() {
    add(0, 1_000, 10);
    add(1_000, 5_000, 31);
    assertThat(Recovery.of(course).millis()).isNull();
  }

  @Test
  void whoDoesNotNoticeIsBackAtOnce() {
    add(0, 5_000, 10);
    assertThat(Recovery.of(course)).isEqualTo(new Recovery(10, 30, 0L));
  }
}
