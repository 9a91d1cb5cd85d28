package dev.screentest.benchmarks.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshJvmTest {

  private final Contestants contestants = Contestants.onClassPath();

  private Stage open() throws SQLException {
    return Stage.open(
        SharedDatabase.get(),
        contestants,
        contestants.resolve("jdbc"),
        DataSet.TUTORIAL.catalogue(),
        PoolOptions.defaults().withSize(1));
  }

  @Test
  void itGivesTheAnswerThatAStoreOfThisJvmGives() throws SQLException, InterruptedException {
    try (Stage stage = open();
        FreshJvm jvm = stage.startJvm(1)) {
      assertThat(jvm.awaitAnswer())
          .isEqualTo(stage.openAndAsk(1))
          .isEqualTo(stage.firstAnswer(1))
          .isEqualTo("The Bourne Identity, 2002-10-11");
      assertThat(jvm.awaitEnd().cpuNanos()).isNotZero();
    }
  }

  @Test
  void whatIsNotThereIsAnAnswerAsWell() throws SQLException {
    try (Stage stage = open();
        FreshJvm jvm = stage.startJvm(99)) {
      assertThat(jvm.awaitAnswer()).isEqualTo("none");
    }
  }

  /** These two contradict each other, of which every JVM warns. */
  @Test
  void whatItsJvmWarnsOfIsNoAnswer() {
    try (Workspace workspace = SharedDatabase.get().createWorkspace("a JVM that warns");
        FreshJvm jvm =
            FreshJvm.start(
                SharedDatabase.get().childEnvironment(),
                List.of("-XX:NewRatio=2", "-XX:NewSize=100m"),
                List.of("jdbc", workspace.schema(), "99"))) {
      assertThat(jvm.awaitAnswer()).isEqualTo("none");
    }
  }

  @Test
  void oneThatFailsIsNotTakenForFast() {
    try (FreshJvm jvm =
        FreshJvm.start(
            SharedDatabase.get().childEnvironment(),
            List.of(),
            List.of("jdbc", "no_such_schema", "1"))) {
      assertThatThrownBy(jvm::awaitAnswer)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("without an answer");
    }
  }
}
