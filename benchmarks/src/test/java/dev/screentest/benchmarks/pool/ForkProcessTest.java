package dev.screentest.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.load.ThreadKind;
import dev.screentest.testbed.data.DataSet;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** These two contradict each other, of which every JVM warns. */
  @Test
  void whatItsJvmWarnsOfIsNoEntry() throws IOException, InterruptedException, ForkLostException {
    Jvm jvm = Jvm.ofThisProcess();
    Order order =
        new Order(
            new Entrant("jdbc", "hikaricp", jvm.version()),
            1,
            DataSet.TUTORIAL,
            List.of(Cell.closed(Scenario.MAP, UnitMix.READ, ThreadKind.PLATFORM, 1, 1)),
            20,
            300,
            0,
            false,
            7);
    List<String> log = new ArrayList<>();
    try (ForkProcess fork =
        ForkProcess.start(jvm, List.of("-XX:NewRatio=2", "-XX:NewSize=100m"), order, log::add)) {
      assertThat(fork.next(PATIENCE)).containsInstanceOf(Measured.class);
      assertThat(fork.next(PATIENCE)).isEmpty();
      fork.awaitEnd();
    }
    assertThat(log).anySatisfy(line -> assertThat(line).contains("[warning]", "NewRatio"));
  }
}
