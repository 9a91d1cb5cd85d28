package dev.screentest.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.verify.Cost;
import dev.screentest.benchmarks.verify.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationReportTest {

  private final Contestant jdbc = new Contestant("jdbc", "taught");
  private final Contestant tuned = new Contestant("hibernate", "tuned");
  private final VerificationReport report = new VerificationReport(List.of(jdbc, tuned));

  @Test
  void showsWhatWasFoundAndWhy() {
    report.add("find-movie", jdbc, new Finding.Passed(new Cost(1, 0, 2, 1, 0, 93, 119)));
    report.add("find-movie", tuned, new Finding.Failed("movie 7.title: expected \"a\""));
    report.add("insert-graph", jdbc, new Finding.Passed(new Cost(9, .26, 6.26, 0, 16, 9, 9)));
    report.add("insert-graph", tuned, new Finding.LeftOut("CASCADE: it has none"));

    assertThat(report.render())
        .isEqualTo(
            """
            workload      jdbc             hibernate/tuned
            find-movie    ok 1 st 2 rt     FAILED
            insert-graph  ok 9 st 6.26 rt  left out

            FAILED   find-movie, hibernate/tuned: movie 7.title: expected "a"
            left out insert-graph, hibernate/tuned: CASCADE: it has none

            st statements, rt round trips for an operation, counted on the wire
            statements, rows and transactions confirmed by the server: 2 of 2
            2 ok, 1 failed, 1 left out
            """);
    assertThat(report.hasFailure()).isTrue();
  }

  @Test
  void whatIsLeftOutIsNoFailure() {
    report.add("insert-graph", tuned, new Finding.LeftOut("CASCADE: it has none"));

    assertThat(report.hasFailure()).isFalse();
  }

  @Test
  void whereTheServerIsNoWitnessItIsSaid() {
    Cost cost = new Cost(1, 0, 2, 1, 0, 93, 119);
    report.add("find-movie", jdbc, new Finding.Passed(cost));
    report.add("find-movie", tuned, new Finding.Passed(cost, List.of(), "It forgot."));

    assertThat(report.render())
        .contains(
            "confirmed by the server: 1 of 2\n", "the wire is the only witness of 1: It forgot.\n");
    assertThat(report.hasFailure()).isFalse();
  }

  @Test
  void aDifferentBillIsMarkedAndExplained() {
    report.add(
        "insert-row",
        tuned,
        new Finding.Passed(
            new Cost(1, 0, 2, 1, 1, 93, 119), List.of("ids come by RETURNING"), null));

    assertThat(report.render())
        .contains(
            "ok 1 st 2 rt *",
            "different bill insert-row, hibernate/tuned: ids come by RETURNING",
            "; * a different bill, as declared\n");
    assertThat(report.hasFailure()).isFalse();
  }
}
