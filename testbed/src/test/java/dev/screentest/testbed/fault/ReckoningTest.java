package dev.screentest.testbed.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.CommitUnknownException;
import dev.screentest.domain.ConnectionLostException;
import dev.screentest.domain.StoreTimeoutException;
import dev.screentest.testbed.fault.Attempt.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReckoningTest {
  private static final Traces WHOLE =
      new Traces(DrillUnit.MOVIES, DrillUnit.ROLES, DrillUnit.ACTORS);
  private static final String LOST = ConnectionLostException.class.getSimpleName();
  private static final String UNKNOWN = CommitUnknownException.class.getSimpleName();

  /** The moment when the fault strikes, in milliseconds. */
  private static final int STRUCK = 1_000;

  private static Attempt attempt(
      int writer, String key, int beganMillis, int endedMillis, Outcome outcome, String error) {
    return new Attempt(
        writer,
        key,
        Duration.ofMillis(beganMillis).toNanos(),
        Duration.ofMillis(endedMillis).toNanos(),
        outcome,
        error);
  }

  private static Attempt committed(int writer, String key, int beganMillis, int endedMillis) {
    return attempt(writer, key, beganMillis, endedMillis, Outcome.COMMITTED, "");
  }

  private static DrillReport report(
      Fault fault, int writers, boolean settled, Map<String, Traces> traces, Attempt... attempts) {
    return new Reckoning(
            fault,
            writers,
            List.of(attempts),
            traces,
            Duration.ofMillis(STRUCK).toNanos(),
            Duration.ofMillis(STRUCK + 50).toNanos())
        .report(settled);
  }

  @Test
  void aDrillInWhichAllIsWellHasNoComplaint() {
    DrillReport report =
        report(
            Fault.BACKEND_KILLED,
            1,
            true,
            Map.of("a", WHOLE, "c", WHOLE),
            committed(0, "a", 900, 990),
            attempt(0, "b", 990, 1_010, Outcome.FAILED, LOST),
            committed(0, "c", 1_020, 1_090));
    assertThat(report.complaints()).isEmpty();
    assertThat(report.committed()).isEqualTo(2);
    assertThat(report.failed()).isEqualTo(1);
    assertThat(report.errors()).isEqualTo(Map.of(LOST, 1));
    assertThat(report.lasted()).hasMillis(50);
  }

  @Test
  void eachThingThatIsWrongIsCountedAndSaid() {
    DrillReport report =
        report(
            Fault.ALL_BACKENDS_KILLED,
            1,
            false,
            Map.of(
                "doubled", new Traces(4, 6, 6),
                "half", new Traces(1, 2, 2),
                "actors alone", new Traces(0, 0, 2),
                "failed", WHOLE),
            committed(0, "lost", 900, 1_010),
            committed(0, "doubled", 900, 1_010),
            committed(0, "half", 900, 1_010),
            attempt(0, "actors alone", 900, 1_010, Outcome.FAILED, LOST),
            attempt(0, "failed", 900, 1_010, Outcome.FAILED, "java.lang.IllegalStateException"));
    assertThat(report.complaints())
        .containsExactly(
            "1 unit committed, and nothing of it is stored",
            "1 unit stored more than once",
            "2 units stored in part",
            "1 unit reported as failed, and stored all the same",
            "1 unit ended with an error that is not for this fault: {ConnectionLostException=1,"
                + " java.lang.IllegalStateException=1}",
            "the pool did not recover: not every writer had a connection again");
  }

  @Test
  void unknownEndsAreRightWhetherStoredOrNot() {
    DrillReport report =
        report(
            Fault.SERVER_RESTARTED,
            1,
            true,
            Map.of("stored", WHOLE),
            attempt(0, "stored", 900, 1_010, Outcome.UNKNOWN, UNKNOWN),
            attempt(0, "not stored", 900, 1_010, Outcome.UNKNOWN, UNKNOWN));
    assertThat(report.complaints()).isEmpty();
    assertThat(report.unknown()).isEqualTo(2);
    assertThat(report.unknownStored()).isEqualTo(1);
  }

  @Test
  void whereTheNumberOfUnitsHitIsKnownAnyOtherIsWrong() {
    assertThat(report(Fault.BACKEND_KILLED, 1, true, Map.of()).complaints())
        .containsExactly("0 units were hit in place of 1: {}");
    assertThat(
            report(
                    Fault.NETWORK_STALLED,
                    1,
                    true,
                    Map.of(),
                    attempt(
                        0,
                        "a",
                        900,
                        1_500,
                        Outcome.FAILED,
                        StoreTimeoutException.class.getSimpleName()))
                .complaints())
        .hasSize(2);
  }

  @Test
  void whereTheFaultHoldsUnitsOneThatWasHeldMustBeThere() {
    Attempt held = committed(0, "a", 990, 1_055);
    Attempt before = committed(0, "b", 800, 990);
    Attempt notHeld = committed(0, "c", 1_010, 1_020);
    Map<String, Traces> stored = Map.of("a", WHOLE, "b", WHOLE, "c", WHOLE);
    assertThat(report(Fault.NETWORK_STALLED, 1, true, stored, before, held).complaints()).isEmpty();
    assertThat(report(Fault.NETWORK_STALLED, 1, true, stored, before, notHeld).complaints())
        .containsExactly("no unit was held back: the fault lasted 50 ms, the longest unit 10 ms");
    assertThat(report(Fault.ALL_BACKENDS_KILLED, 1, true, stored, notHeld).complaints()).isEmpty();
  }

  @Test
  void whereTheServerHasGoneWhoWaitsForeverIsNamed() {
    assertThat(report(Fault.SERVER_GONE, 1, false, Map.of()).complaints())
        .containsExactly("somebody still waits for a server that has gone");
  }

  @Test
  void successCountsFromTheEndOfTheFaultAndForUnitsThatBeganAfterIt() {
    DrillReport report =
        report(
            Fault.ALL_BACKENDS_KILLED,
            2,
            true,
            Map.of("a", WHOLE, "b", WHOLE, "c", WHOLE, "d", WHOLE),
            committed(0, "a", 1_040, 1_055),
            committed(0, "b", 1_060, 1_090),
            committed(1, "c", 1_070, 1_120),
            committed(1, "d", 1_130, 1_140));
    assertThat(report.firstSuccess().orElseThrow()).hasMillis(40);
    assertThat(report.allSucceed().orElseThrow()).hasMillis(70);
  }

  @Test
  void withoutASuccessOfEachWriterThereIsNoMomentOfIt() {
    DrillReport report =
        report(
            Fault.ALL_BACKENDS_KILLED,
            2,
            true,
            Map.of("b", WHOLE),
            committed(0, "b", 1_060, 1_090));
    assertThat(report.firstSuccess()).isPresent();
    assertThat(report.allSucceed()).isEmpty();
  }

  @Test
  void theTimeLineHasASignForEachTenthOfASecondAndTheMomentOfTheStrike() {
    DrillReport report =
        report(
            Fault.ALL_BACKENDS_KILLED,
            1,
            true,
            Map.of(),
            committed(0, "long before", 0, 100),
            committed(0, "before", 850, 950),
            attempt(0, "a", 990, 1_050, Outcome.FAILED, LOST),
            committed(0, "b", 1_050, 1_060),
            attempt(0, "c", 1_060, 1_150, Outcome.UNKNOWN, UNKNOWN),
            committed(0, "d", 1_160, 1_350));
    assertThat(report.timeLine().signs()).isEqualTo("..+|x?.+");
    assertThat(report.timeLine().buckets().get(3)).isEqualTo(new TimeLine.Bucket(1, 1, 0));
  }
}
