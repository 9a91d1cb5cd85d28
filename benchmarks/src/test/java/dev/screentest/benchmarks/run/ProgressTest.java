package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

  private static final Optional<Terminal.Size> LARGE = Optional.of(new Terminal.Size(24, 80));

  private final Screen screen = new Screen();
  private final Progress live = new Progress(new PrintWriter(screen), true);

  @Test
  void aTableTakesThePlaceOfTheOneBefore() {
    live.say("verified");
    live.table("after round 1\njdbc 1\njdbi 2", 13, LARGE);
    live.loading("loading: 10 %", false);
    live.table("after round 2\njdbc 1\njdbi 3", 13, LARGE);

    assertThat(screen.lines())
        .containsExactly("verified", "after round 2", "jdbc 1", "jdbi 3", "loading: 10 %");
  }

  @Test
  void whatIsSaidStandsAboveTheTable() {
    live.table("after round 1\njdbc 1", 13, LARGE);
    live.say("FAILED jdbi: it hung");
    live.loading("loading: 10 %", false);
    live.say("FAILED mybatis: it hung");

    assertThat(screen.lines())
        .containsExactly(
            "FAILED jdbi: it hung",
            "FAILED mybatis: it hung",
            "after round 1",
            "jdbc 1",
            "loading: 10 %");
  }

  @Test
  void aTableThatDoesNotFitIsPrintedEachTime() {
    live.table("after round 1\njdbc 1", 13, Optional.of(new Terminal.Size(2, 80)));
    live.table("after round 2\njdbc 1", 13, Optional.of(new Terminal.Size(24, 12)));
    live.table("after round 3\njdbc 1", 13, Optional.empty());

    assertThat(screen.lines())
        .containsExactly(
            "after round 1", "jdbc 1", "after round 2", "jdbc 1", "after round 3", "jdbc 1", "");
  }

  @Test
  void inTheEndTheTerminalIsLeftToOthers() {
    live.say("verified");
    live.table("after round 1\njdbc 1", 13, LARGE);
    live.loading("loading: 10 %", false);
    live.end();

    assertThat(screen.lines()).containsExactly("verified", "");
  }

  @Test
  void whereNoLineCanBeRewrittenAllAreKept() {
    Progress plain = new Progress(new PrintWriter(screen), false);
    plain.table("after round 1\njdbc 1", 13, LARGE);
    plain.table("after round 2\njdbc 1", 13, LARGE);
    plain.end();

    assertThat(screen.lines())
        .containsExactly("after round 1", "jdbc 1", "after round 2", "jdbc 1", "");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0:00",
    "45, 0:45",
    "91, 1:31",
    "599, 9:59",
    "600, 10 min",
    "629, 10 min",
    "1560, 26 min",
    "7200, 2 h"
  })
  void theLastTenMinutesAreCountedBySeconds(long seconds, String shown) {
    assertThat(Progress.countdown(Duration.ofSeconds(seconds))).isEqualTo(shown);
  }
}
