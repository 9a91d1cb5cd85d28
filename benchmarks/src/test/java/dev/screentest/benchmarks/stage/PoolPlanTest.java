package dev.screentest.benchmarks.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.database.PoolLibrary;
import dev.screentest.testbed.database.PoolOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoolPlanTest {

  private static PoolPlan plan(PoolLibrary library) {
    Duration recycle = library == PoolLibrary.VIBUR ? Duration.ZERO : Duration.ofMinutes(30);
    return new PoolPlan(library, 5, 10, Duration.ofMillis(1500), recycle, true);
  }

  @ParameterizedTest
  @EnumSource
  void whatAForkIsToldIsWhatWasPlanned(PoolLibrary library) {
    assertThat(PoolPlan.parse(plan(library).text())).isEqualTo(plan(library));
    assertThat(PoolPlan.parse(PoolPlan.DEFAULT.text())).isEqualTo(PoolPlan.DEFAULT);
  }

  @Test
  void aPoolIsAsLargeAsTheWorkloadNeedsUnlessSomebodyKnowsBetter() {
    assertThat(PoolPlan.DEFAULT.options(4)).isEqualTo(PoolOptions.defaults().withSize(4));
    PoolOptions known = plan(PoolLibrary.DBCP2).options(4);
    assertThat(known.minimumIdle()).isEqualTo(5);
    assertThat(known.size()).isEqualTo(15);
    assertThat(known.connectionTimeout()).isEqualTo(Duration.ofMillis(1500));
    assertThat(known.maxLifetime()).isEqualTo(Duration.ofMinutes(30));
    assertThat(known.validateEachBorrow()).isTrue();
  }

  @Test
  void halfAPlanIsNone() {
    assertThatThrownBy(() -> PoolPlan.parse("agroal,size=3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("says nothing of max-overflow");
  }
}
