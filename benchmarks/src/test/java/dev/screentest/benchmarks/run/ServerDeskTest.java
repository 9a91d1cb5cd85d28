package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServerDeskTest {

  private final AtomicInteger restarts = new AtomicInteger();

  @Test
  void whoKnowsTheWayGetsARestartEachTime() throws Exception {
    try (ServerDesk desk = ServerDesk.open(restarts::incrementAndGet)) {
      assertThat(ServerDesk.isOpenFor(desk.environment())).isTrue();
      ServerDesk.restartServer(desk.environment());
      assertThat(restarts).hasValue(1);
      ServerDesk.restartServer(desk.environment());
      assertThat(restarts).hasValue(2);
    }
  }

  @Test
  void aStrangerGetsNothing() throws Exception {
    try (ServerDesk desk = ServerDesk.open(restarts::incrementAndGet)) {
      String port = desk.environment().values().iterator().next().split(":", -1)[0];
      Map<String, String> guessed =
          Map.of(desk.environment().keySet().iterator().next(), port + ":guess");

      assertThatThrownBy(() -> ServerDesk.restartServer(guessed)).isInstanceOf(IOException.class);
      assertThat(restarts).hasValue(0);
      ServerDesk.restartServer(desk.environment());
      assertThat(restarts).hasValue(1);
    }
  }

  @Test
  void aServerThatDoesNotComeBackIsAnErrorOfWhoAsked() throws Exception {
    Runnable fails =
        () -> {
          throw new IllegalStateException("its port is taken");
        };
    try (ServerDesk desk = ServerDesk.open(fails)) {
      assertThatThrownBy(() -> ServerDesk.restartServer(desk.environment()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("its port is taken");
    }
  }

  @Test
  void withoutADeskThereIsNone() {
    assertThat(ServerDesk.isOpenFor(Map.of())).isFalse();
  }
}
