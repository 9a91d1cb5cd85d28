package dev.screentest.testbed.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
  @ParameterizedTest
  @EnumSource(Fault.class)
  void isFoundByItsLabel(Fault fault) {
    assertThat(Fault.of(fault.label())).isEqualTo(fault);
  }

  @Test
  void anUnknownLabelListsTheValidOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.of("flood"))
        .withMessage(
            "There is no fault 'flood'. Valid are: backend-killed, all-backends-killed,"
                + " network-stalled, answer-lost, server-restarted, server-gone.");
  }
}
