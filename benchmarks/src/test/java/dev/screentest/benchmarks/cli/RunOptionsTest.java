package dev.screentest.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.testbed.database.PoolLibrary;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

class RunOptionsTest {

  @ParameterizedTest
  @CsvSource({"90s,PT1M30S", "10m,PT10M", "1h30m,PT1H30M", "2H,PT2H", "1m5s,PT1M5S"})
  void timesAreReadAsPeopleWriteThem(String text, Duration expected) {
    assertThat(new DurationConverter().convert(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "m", "0s", "-5m", "5m1h", "1.5h"})
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> new DurationConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void theBaselineTakesPartTwice() {
    assertThat(RunCommand.planOf("--implementations", "hibernate,jdbc").contestants())
        .extracting(Object::toString)
        .containsExactly("jdbc", "hibernate", "jdbc#twin");
  }

  @Test
  void withoutTheBaselineTheFirstOneStandsInForIt() {
    assertThat(RunCommand.planOf("--implementations", "mybatis,jdbi").contestants())
        .extracting(Object::toString)
        .containsExactly("mybatis", "jdbi", "mybatis#twin");
  }

  @Test
  void aRunWithoutOptionsEndsByPrecisionOrWithinTenMinutes() {
    var stop = RunCommand.planOf().stop();

    assertThat(stop.rounds()).isNull();
    assertThat(stop.targetHalfWidth()).isEqualTo(0.03);
    assertThat(stop.budget()).isLessThan(Duration.ofMinutes(10));
    assertThat(RunCommand.planOf("--quick").stop().budget()).isLessThan(Duration.ofMinutes(3));
  }

  @Test
  void fixedRoundsAreNeitherCutNorStopped() {
    var stop = RunCommand.planOf("--rounds", "12").stop();

    assertThat(stop.rounds()).isEqualTo(12);
    assertThat(stop.targetHalfWidth()).isNull();
    assertThat(stop.budget()).isNull();
  }

  @Test
  void allMeansEveryWorkloadInAsLongAsItTakes() {
    var plan = RunCommand.planOf("--all");

    assertThat(plan.workloads()).isEqualTo(WorkloadCatalogue.all());
    assertThat(plan.stop().rounds()).isEqualTo(6);
    assertThat(plan.stop().budget()).isNull();
    assertThat(RunCommand.planOf("--all", "--budget", "1h").stop().rounds()).isNull();
    assertThatThrownBy(() -> RunCommand.planOf("--all", "--workloads", "find-movie"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("exclude each other");
  }

  @Test
  void aThoroughRunHasAServerForEachFiveRounds() {
    assertThat(RunCommand.planOf("--thorough").roundsPerServer()).isEqualTo(5);
    assertThat(RunCommand.planOf().roundsPerServer()).isZero();
  }

  @Test
  void aThoroughRunChecksWhatIsPinnedWithoutThat() {
    assertThat(
            RunCommand.planOf("--thorough", "--workloads", "find-movie,pool-contention")
                .workloads())
        .extracting(WorkloadEntry::name)
        .containsExactly("find-movie", "find-movie+unpinned", "pool-contention");
    assertThat(
            RunCommand.planOf("--thorough", "--workloads", "find-movie", "--delay", "200us,1ms")
                .workloads())
        .extracting(WorkloadEntry::name)
        .containsExactly("find-movie+200us", "find-movie+200us+unpinned", "find-movie+1ms");
    assertThat(
            RunCommand.planOf("--thorough", "--no-pinning", "--workloads", "find-movie")
                .workloads())
        .hasSize(1);
  }

  @Test
  void aSpotCheckIsTheSameWorkloadOnNoCpuOfItsOwn() {
    WorkloadEntry check =
        RunCommand.planOf("--thorough", "--workloads", "find-movie").workloads().get(1);

    assertThat(check.isSpotCheck()).isTrue();
    assertThat(check.isPinnable()).isFalse();
    assertThat(check.plainName()).isEqualTo("find-movie");
    assertThat(RunCommand.planOf("--thorough").withoutSpotChecks().workloads())
        .isEqualTo(RunCommand.planOf().workloads());
  }

  @Test
  void eachWorkloadIsMeasuredBehindEachDelay() {
    assertThat(
            RunCommand.planOf(
                    "--workloads", "find-movie,cold-start", "--delay", "1ms,0,200us,1000us")
                .workloads())
        .extracting(WorkloadEntry::name)
        .containsExactly("find-movie", "find-movie+200us", "find-movie+1ms", "cold-start");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1m", "-1ms", "2s"})
  void whatIsNoDelayIsRefused(String text) {
    assertThatThrownBy(() -> new DelayConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void thePoolIsThatOfSqlAlchemysWords() {
    assertThat(RunCommand.planOf().pool()).isEqualTo(PoolPlan.DEFAULT);
    assertThat(
            RunCommand.planOf(
                    "--pool=agroal",
                    "--pool-size=3",
                    "--max-overflow=2",
                    "--pool-timeout=5s",
                    "--pool-recycle=1h",
                    "--pool-pre-ping")
                .pool())
        .isEqualTo(
            new PoolPlan(
                PoolLibrary.AGROAL, 3, 2, Duration.ofSeconds(5), Duration.ofHours(1), true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --pool-size=0                     | --pool-size is 0; from 1 to 1000.
          --max-overflow=-1                 | --max-overflow is -1; from 0 to 1000.
          --pool-recycle=5s                 | --pool-recycle is 5s; HikariCP takes 30s or more.
          --pool=vibur --pool-recycle=1h    | --pool-recycle: Vibur DBCP knows no limit of age
          """)
  void aPoolThatItsLibraryCannotBeIsRefused(String options, String message) {
    assertThatThrownBy(() -> RunCommand.planOf(options.split(" ", -1)))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theSeedDecidesAndIsDrawnOtherwise() {
    assertThat(RunCommand.planOf("--seed", "7").seed()).isEqualTo(7);
    assertThat(RunCommand.planOf().seed()).isBetween(0L, 999_999L);
  }
}
