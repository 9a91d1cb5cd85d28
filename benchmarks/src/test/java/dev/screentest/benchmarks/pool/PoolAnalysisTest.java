package dev.screentest.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.screentest.benchmarks.load.ThreadKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolAnalysisTest {

  private static final Cell CELL = Studies.map(4, 2);

  private static PoolReport report(PoolEntry... entries) {
    return PoolAnalysis.of(new PoolData(Studies.header(List.of(CELL)), List.of(entries)));
  }

  @Test
  void ratiosAreTakenWithinRounds() {
    PoolReport report =
        report(
            Studies.measured(Studies.JDBC, 1, CELL, 1_000),
            Studies.measured(Studies.JDBI, 1, CELL, 800),
            Studies.measured(Studies.JDBI, 2, CELL, 1_600),
            Studies.measured(Studies.JDBC, 2, CELL, 2_000),
            // Round 3 is not whole.
            Studies.measured(Studies.JDBI, 3, CELL, 9_000));
    assertThat(report.rounds()).isEqualTo(3);
    Standing jdbi = report.standing(Studies.JDBI, CELL).orElseThrow();
    Share share = jdbi.ofBaseline();
    assertThat(share).isNotNull();
    assertThat(share.ratio()).isCloseTo(0.8, within(1e-9));
    assertThat(share.isToldFromOne()).isTrue();
    assertThat(jdbi.forks()).isEqualTo(3);
    assertThat(report.standing(Studies.JDBC, CELL).orElseThrow().ofBaseline()).isNull();
  }

  @Test
  void poolsAreComparedWithTheFirstOfThem() {
    Entrant agroal = new Entrant("jdbc", "agroal", Studies.JDBC.jvm());
    PoolReport report =
        PoolAnalysis.of(
            new PoolData(
                Studies.header(List.of(CELL), List.of(Studies.JDBC, agroal)),
                List.of(
                    Studies.measured(Studies.JDBC, 1, CELL, 1_000),
                    Studies.measured(agroal, 1, CELL, 900),
                    Studies.measured(Studies.JDBC, 2, CELL, 2_000),
                    Studies.measured(agroal, 2, CELL, 1_800))));
    Share share = report.standing(agroal, CELL).orElseThrow().ofBaseline();
    assertThat(share).isNotNull();
    assertThat(share.ratio()).isCloseTo(0.9, within(1e-9));
    assertThat(report.standing(Studies.JDBC, CELL).orElseThrow().ofBaseline()).isNull();
  }

  @Test
  void virtualThreadsAreComparedWithPlatformThreadsOfTheSameFork() {
    Cell virtual = CELL.on(ThreadKind.VIRTUAL);
    PoolReport report =
        PoolAnalysis.of(
            new PoolData(
                Studies.header(List.of(CELL, virtual)),
                List.of(
                    Studies.measured(Studies.JDBC, 1, CELL, 1_000),
                    Studies.measured(Studies.JDBC, 1, virtual, 700))));
    Share share = report.standing(Studies.JDBC, virtual).orElseThrow().ofPlatformThreads();
    assertThat(share).isNotNull();
    assertThat(share.ratio()).isCloseTo(0.7, within(1e-9));
    assertThat(report.standing(Studies.JDBC, CELL).orElseThrow().ofPlatformThreads()).isNull();
  }

  @Test
  void percentilesAreThoseOfAllForks() {
    Standing jdbc =
        report(
                Studies.measured(Studies.JDBC, 1, CELL, Studies.load(990, 100, 0.1, 0.9)),
                Studies.measured(Studies.JDBC, 2, CELL, Studies.load(10, 40_000, 0.4, 0.9)))
            .standing(Studies.JDBC, CELL)
            .orElseThrow();
    assertThat(jdbc.hold().count()).isEqualTo(1_000);
    assertThat((double) jdbc.hold().p50()).isCloseTo(100_000, within(1_000.0));
    assertThat((double) jdbc.hold().p999()).isCloseTo(40e6, within(0.4e6));
    assertThat(jdbc.holdsPerUnit()).isEqualTo(1);
  }

  @Test
  void oneRoundHasARatioWithoutAnInterval() {
    Standing jdbi =
        report(
                Studies.measured(Studies.JDBC, 1, CELL, 1_000),
                Studies.measured(Studies.JDBI, 1, CELL, 500))
            .standing(Studies.JDBI, CELL)
            .orElseThrow();
    Share share = jdbi.ofBaseline();
    assertThat(share).isNotNull();
    assertThat(share.low()).isNull();
    assertThat(share.isToldFromOne()).isFalse();
  }

  @Test
  void numbersThatContradictEachOtherAreAFailure() {
    PoolReport report =
        report(
            Studies.measured(Studies.JDBC, 1, CELL, Studies.load(2_000, 300, 1.2, 0.9)),
            Studies.measured(Studies.JDBC, 2, CELL, Studies.load(2_000, 300, 1.21, 0.9)),
            Studies.measured(Studies.JDBC, 3, CELL, Studies.load(2_000, 300, 1.19, 0.9)));
    assertThat(report.hasFailure()).isTrue();
    assertThat(report.broken()).hasSize(1);
  }

  /** The pool counts a connection that it tries, and nobody has it. */
  @Test
  void poolsThatTryEachConnectionAreNotAsked() {
    Entrant c3p0 = new Entrant("jdbc", "c3p0", "17.0.15");
    PoolHeader header = Studies.header(List.of(CELL), List.of(c3p0));
    PoolReport report =
        PoolAnalysis.of(
            new PoolData(
                header,
                List.of(
                    Studies.measured(c3p0, 1, CELL, Studies.load(2_000, 300, 1.2, 0.9)),
                    Studies.measured(c3p0, 2, CELL, Studies.load(2_000, 300, 1.2, 0.9)))));
    assertThat(report.standings()).hasSize(1);
    assertThat(report.checked()).isEmpty();
  }

  @Test
  void whatAgreesIsNone() {
    PoolReport report =
        report(
            Studies.measured(Studies.JDBC, 1, CELL, 2_000),
            Studies.measured(Studies.JDBC, 2, CELL, 2_100),
            Studies.measured(Studies.JDBC, 3, CELL, 2_050));
    assertThat(report.hasFailure()).isFalse();
    assertThat(report.checked()).hasSize(1);
  }

  @Test
  void aCellThatFailedInOneForkIsNamed() {
    CellFailure failure = new CellFailure(Studies.JDBI, 1, CELL, "the fork ended");
    assertThat(report(failure).failures()).containsExactly(failure);
    assertThat(report(failure).hasFailure()).isTrue();
  }

  @Test
  void poolsThatWereNeverFullAreCounted() {
    Cell cold = Cell.closed(Scenario.COLD, UnitMix.READ, ThreadKind.PLATFORM, 4, 2);
    PoolReport report =
        PoolAnalysis.of(
            new PoolData(
                Studies.header(List.of(cold)),
                List.of(
                    new Opened(
                        Studies.JDBC,
                        1,
                        0,
                        cold,
                        List.of(new Opening(10, 20, 30, 40L), new Opening(20, 30, 40, null))),
                    new Opened(Studies.JDBI, 1, 0, cold, List.of(new Opening(10, 20, 30, 40L))))));
    assertThat(report.openings())
        .satisfiesExactly(
            jdbc -> {
              assertThat(jdbc.open().mean()).isEqualTo(15);
              assertThat(jdbc.full()).isNull();
              assertThat(jdbc.neverFull()).isEqualTo(1);
              assertThat(jdbc.pools()).isEqualTo(2);
            },
            jdbi -> assertThat(jdbi.full()).isNotNull());
  }
}
