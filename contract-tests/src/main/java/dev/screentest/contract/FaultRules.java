package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Capability;
import dev.screentest.testbed.fault.DrillReport;
import dev.screentest.testbed.fault.Fault;
import org.junit.jupiter.api.Test;

/**
 * What is stored, and what callers are told, when something breaks while several threads write. A
 * drill compares the two; see {@link dev.screentest.testbed.fault.FaultDrill}.
 */
@NeedsServer
@Needs(Capability.CASCADE)
abstract class FaultRules extends Rules {

  private static final String POOL = "com.zaxxer.hikari";

  FaultRules(Stage stage) {
    super(stage);
  }

  /** Lets a fault strike, and asserts that nothing is wrong with what has become of any unit. */
  private DrillReport drill(Fault fault) throws Exception {
    server().allowLog(POOL);
    DrillReport report = server().drill(fault);
    assertThat(report.complaints())
        .as(
            "what is wrong after %s; errors %s, time line %s",
            fault.summary(), report.errors(), report.timeLine().signs())
        .isEmpty();
    assertThat(report.committed()).as("units committed around the fault").isPositive();
    return report;
  }

  @Test
  @IfThisFails("check for a commit before the end of the work, and who retries")
  final void fault_1_aSessionThatIsEndedCostsItsUnitAndNoOther() throws Exception {
    assertThat(drill(Fault.BACKEND_KILLED).failed()).isEqualTo(1);
  }

  @Test
  @IfThisFails("check that a unit gives a broken connection back, so that the pool replaces it")
  final void fault_2_unitsSucceedAgainAfterAllSessionsWereEnded() throws Exception {
    drill(Fault.ALL_BACKENDS_KILLED);
  }

  @Test
  @IfThisFails("check for a time-out of the implementation's own")
  final void fault_3_aNetworkThatStallsForASecondCostsNoUnit() throws Exception {
    drill(Fault.NETWORK_STALLED);
  }

  @Test
  @IfThisFails("check that nothing but the commit itself can commit, and that nobody repeats it")
  final void fault_4_aCommitWhoseAnswerIsLostIsUnknownAndStoredOnce() throws Exception {
    DrillReport report = drill(Fault.ANSWER_LOST);
    assertThat(report.unknownStored())
        .as("units of unknown end that are stored: the server had committed all of them")
        .isEqualTo(report.unknown())
        .isPositive();
  }

  @Test
  @IfThisFails("check what the store keeps of an earlier connection")
  final void fault_5_unitsSucceedAgainAfterARestartOfTheServer() throws Exception {
    drill(Fault.SERVER_RESTARTED);
  }

  @Test
  @IfThisFails("check for retries without an end, and the translation of class 08")
  final void fault_6_everyUnitEndsWithAnErrorWhenTheServerHasGone() throws Exception {
    assertThat(drill(Fault.SERVER_GONE).failed()).isPositive();
  }
}
