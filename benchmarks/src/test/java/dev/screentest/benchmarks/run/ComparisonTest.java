package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.report.Outcome;
import dev.screentest.benchmarks.report.Row;
import dev.screentest.benchmarks.verify.Verifier;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.SharedDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Real forks, as short as they get: they say whether there is a number, not which. Without a server
 * in the environment each starts its own, as under JMH alone.
 */
class ComparisonTest {

  private static final Tempo SHORTEST = new Tempo(1, 2, Duration.ofMillis(50), 1, 2);

  private final Contestants contestants = Contestants.onClassPath();
  private final StringWriter progress = new StringWriter();

  private Comparison compare(int rounds, String workload, String... names) throws SQLException {
    RunPlan plan =
        new RunPlan(
            WorkloadCatalogue.resolve(List.of(workload)),
            Arrays.stream(names).map(contestants::resolve).toList(),
            DataSet.TUTORIAL,
            UnitKind.READ,
            rounds,
            1,
            SHORTEST);
    Comparison comparison =
        new Comparison(
            plan,
            new Verifier(
                SharedDatabase.get(), contestants, plan.dataset().catalogue(), plan.unit()),
            ForkLog.silent(),
            new Progress(new PrintWriter(progress, true)));
    comparison.verify();
    return comparison;
  }

  private static Outcome.Measured measured(Row row) {
    assertThat(row.outcome()).isInstanceOf(Outcome.Measured.class);
    return (Outcome.Measured) row.outcome();
  }

  @Test
  void aReadIsMeasuredByOneForkInEachRound() throws SQLException, RunnerException, IOException {
    Comparison comparison = compare(2, "find-movie", "jdbc");
    List<Integer> rounds = new ArrayList<>();

    comparison.measure(rounds::add);

    assertThat(rounds).containsExactly(1, 2);
    assertThat(comparison.jmhResults()).hasSize(1);
    RunResult result = comparison.jmhResults().get(0);
    assertThat(result.getParams().getForks()).isEqualTo(2);
    assertThat(result.getParams().getParam("implementation")).isEqualTo("jdbc");
    assertThat(result.getBenchmarkResults()).hasSize(2);
    assertThat(result.getBenchmarkResults())
        .extracting(BenchmarkResult::getIterationResults)
        .allSatisfy(iterations -> assertThat(iterations).hasSize(2));
    Outcome.Measured measured = measured(comparison.rows().get(0));
    assertThat(measured.microsPerOp()).isPositive();
    assertThat(measured.errorMicros()).isPositive();
    assertThat(measured.bytesPerOp()).isBetween(500.0, 100_000.0);
    assertThat(progress.toString())
        .contains("verified find-movie, jdbc", "[1/2, ", "[2/2, 0 s left] find-movie, jdbc: ");
  }

  @Test
  void aWriteIsReportedPerOperationAndWithoutItsRehearsal()
      throws SQLException, RunnerException, IOException {
    Comparison comparison = compare(1, "insert-graph", "jdbc");

    comparison.measure(round -> {});

    RunResult result = comparison.jmhResults().get(0);
    int batch = result.getParams().getMeasurement().getBatchSize();
    assertThat(batch).isGreaterThan(100);
    Outcome.Measured measured = measured(comparison.rows().get(0));
    // Dividing and multiplying rounds in the last digits
    assertThat(measured.microsPerOp() * batch)
        .isCloseTo(result.getPrimaryResult().getScore(), withinPercentage(1e-9));
    // Loading the data alone would add some hundred kilobytes to each batch
    assertThat(measured.bytesPerOp()).isBetween(1_000.0, 50_000.0);
  }

  @Test
  void whatFailsTheVerificationGetsNoFork() throws SQLException, RunnerException, IOException {
    Comparison comparison = compare(1, "find-movie", "broken");

    comparison.measure(round -> {});

    assertThat(comparison.jmhResults()).isEmpty();
    assertThat(comparison.rows())
        .singleElement()
        .extracting(Row::outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Failed.class))
        .extracting(Outcome.Failed::reason, InstanceOfAssertFactories.STRING)
        .contains("The Bourne Identity!");
  }
}
