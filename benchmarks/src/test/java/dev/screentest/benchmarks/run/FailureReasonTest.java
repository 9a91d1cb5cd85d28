package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import dev.screentest.testbed.database.DurabilityProfile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkException;

class FailureReasonTest {

  @Test
  void theReasonIsTheCauseBelowAllWrappers() {
    Throwable cause = new IllegalStateException("the framework fell over");

    assertThat(FailureReason.of(new BenchmarkException(new RuntimeException("wrapped", cause))))
        .isEqualTo("java.lang.IllegalStateException: the framework fell over");
  }

  @Test
  void aDatabaseThatIsGoneIsNotTheImplementationsFault() {
    DatabaseUnavailableException gone =
        Assertions.catchThrowableOfType(
            DatabaseUnavailableException.class,
            () ->
                Database.start(
                    DatabaseSpec.parse("jdbc:postgresql://127.0.0.1:1/d"),
                    DurabilityProfile.MEMORY));

    assertThatThrownBy(() -> FailureReason.of(new BenchmarkException(gone))).isSameAs(gone);
  }
}
