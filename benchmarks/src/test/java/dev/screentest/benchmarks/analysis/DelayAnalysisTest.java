package dev.screentest.benchmarks.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Delayed;
import dev.screentest.benchmarks.result.ForkFailure;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Runs that never took place, without noise: what comes out is what was put in. */
class DelayAnalysisTest {

  private static final String NEAR = "find-movie";
  private static final String FAR = "find-movie+200us";
  private static final String FARTHER = "find-movie+1ms";
  private static final String FARTHEST = "find-movie+2ms";
  private static final int ROUNDS = 4;

  private final Runs runs = Runs.of(NEAR, FAR, FARTHER);

  /** In nanoseconds; verification counted 2 round trips in each of these runs. */
  private void measured(String contestant, double fixed, double roundTrips) {
    runs.measured(NEAR, contestant, ROUNDS, fixed, 0)
        .measured(FAR, contestant, ROUNDS, fixed + roundTrips * 200_000, 0)
        .measured(FARTHER, contestant, ROUNDS, fixed + roundTrips * 1_000_000, 0);
  }

  private CostModel model(String contestant) {
    return RunAnalysis.of(runs.build()).costModels().stream()
        .filter(model -> model.contestant().equals(contestant))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLineIsFoundAndHeldAgainstTheCount() {
    measured("jdbc", 45_000, 2);
    measured("hibernate", 65_000, 2);

    CostModel hibernate = model("hibernate");
    assertThat(hibernate.workload()).isEqualTo(NEAR);
    assertThat(hibernate.rounds()).isEqualTo(ROUNDS);
    assertThat(hibernate.cost().fixed().mean()).isCloseTo(65_000, within(1e-3));
    assertThat(hibernate.cost().perUnit().mean()).isCloseTo(2, within(1e-9));
    assertThat(hibernate.countedRoundTrips()).isEqualTo(2);
    assertThat(hibernate.isContradicted()).isFalse();
    assertThat(hibernate.isBent()).isFalse();
  }

  /** 20 µs more are 5 % of 400 µs: 65 µs and two round trips of 167.5 µs. */
  @Test
  void theDelayIsFoundThatDwarfsWhatAFrameworkAdds() {
    measured("jdbc", 45_000, 2);
    measured("hibernate", 65_000, 2);

    CostModel hibernate = model("hibernate");
    assertThat(Objects.requireNonNull(hibernate.added()).mean()).isCloseTo(20_000, within(1e-3));
    assertThat(hibernate.negligibleFromNanos()).isCloseTo(167_500, within(1e-2));
    assertThat(model("jdbc").added()).isNull();
    assertThat(model("jdbc").negligibleFromNanos()).isNull();
  }

  @Test
  void aRoundTripThatNobodyCountedIsSeen() {
    measured("jdbc", 45_000, 3);

    CostModel jdbc = model("jdbc");
    assertThat(jdbc.isContradicted()).isTrue();
    assertThat(jdbc.slopeError()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aDelayThatWasNotKeptIsNoRoundTripMore() {
    for (String contestant : List.of("jdbc", "hibernate")) {
      runs.measured(NEAR, contestant, ROUNDS, 45_000, 0)
          .measured(FAR, contestant, ROUNDS, 45_000 + 2 * 240_000, 0)
          .measured(FARTHER, contestant, ROUNDS, 45_000 + 2 * 1_040_000, 0);
      for (int round = 1; round <= ROUNDS; round++) {
        runs.with(new Delayed(new CellId(FAR, contestant), round, 2_000, 1_000, 240_000))
            .with(new Delayed(new CellId(FARTHER, contestant), round, 2_000, 1_000, 1_040_000));
      }
    }

    CostModel jdbc = model("jdbc");
    assertThat(jdbc.cost().perUnit().mean()).isCloseTo(2, within(1e-9));
    assertThat(jdbc.waitedRoundTrips()).isEqualTo(2);
    List<DelayFidelity> delays = RunAnalysis.of(runs.build()).delays();
    assertThat(delays).extracting(DelayFidelity::askedNanos).containsExactly(200_000L, 1_000_000L);
    assertThat(delays.get(0).error()).isCloseTo(0.2, within(1e-9));
    assertThat(delays.get(1).worstError()).isCloseTo(0.04, within(1e-9));
  }

  @Test
  void timesThatLieOnNoLineAreCalledSo() {
    Runs three =
        Runs.of(FAR, FARTHER, FARTHEST)
            .measured(FAR, "jdbc", ROUNDS, 445_000, 0)
            .measured(FARTHER, "jdbc", ROUNDS, 2_900_000, 0)
            .measured(FARTHEST, "jdbc", ROUNDS, 4_045_000, 0);

    assertThat(RunAnalysis.of(three.build()).costModels())
        .hasSize(1)
        .allSatisfy(model -> assertThat(model.isBent()).isTrue());
  }

  /** An operation that takes 45 µs on warm caches, and 60 when it has waited. */
  @Test
  void whatWasMeasuredWithoutADelayIsNoPointOfALineThatHasTwoOthers() {
    runs.measured(NEAR, "jdbc", ROUNDS, 45_000, 0)
        .measured(FAR, "jdbc", ROUNDS, 60_000 + 2 * 200_000, 0)
        .measured(FARTHER, "jdbc", ROUNDS, 60_000 + 2 * 1_000_000, 0);

    CostModel jdbc = model("jdbc");
    assertThat(jdbc.cost().fixed().mean()).isCloseTo(60_000, within(1e-3));
    assertThat(jdbc.cost().perUnit().mean()).isCloseTo(2, within(1e-9));
  }

  @Test
  void noDelayIsAPointWhereThereIsOneOther() {
    Runs two =
        Runs.of(NEAR, FARTHER)
            .measured(NEAR, "jdbc", ROUNDS, 45_000, 0)
            .measured(FARTHER, "jdbc", ROUNDS, 2_065_000, 0);

    CostModel jdbc = RunAnalysis.of(two.build()).costModels().get(0);
    assertThat(jdbc.cost().fixed().mean()).isCloseTo(45_000, within(1e-3));
    assertThat(jdbc.cost().perUnit().mean()).isCloseTo(2.02, within(1e-9));
  }

  @Test
  void oneDelayMakesNoLineAndNorDoesAFailedCell() {
    assertThat(
            RunAnalysis.of(Runs.of(NEAR).measured(NEAR, "jdbc", ROUNDS, 45_000, 0).build())
                .costModels())
        .isEmpty();
    measured("jdbc", 45_000, 2);
    runs.with(new ForkFailure(new CellId(FAR, "jdbc"), ROUNDS, "hung"));
    assertThat(RunAnalysis.of(runs.build()).costModels()).isEmpty();
  }
}
