package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.testbed.data.LoadProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadingLineTest {

  private static final long SECOND = 1_000_000_000;

  private final List<String> shown = new ArrayList<>();
  private long now = -SECOND / 2;

  private LoadingLine line(boolean isLive) {
    return new LoadingLine(
        "MEDIUM", isLive, () -> now, (text, isLast) -> shown.add(text + (isLast ? "." : "")));
  }

  private void load(LoadProgress progress, int seconds) {
    progress.loaded("movies", 0, 10L * seconds);
    for (int tenth = 1; tenth <= 10L * seconds; tenth++) {
      now += SECOND / 10;
      progress.loaded(tenth == 1 ? "movies" : "actors", tenth, 10L * seconds);
    }
  }

  @Test
  void whatTakesNoTimeIsNotTold() {
    load(line(false), 1);
    load(line(true), 1);

    assertThat(shown).isEmpty();
  }

  @Test
  void elsewhereThanOnATerminalThereIsALineNowAndThen() {
    load(line(false), 10);

    assertThat(shown)
        .containsExactly(
            "loading medium: 10 %, rows of actors",
            "loading medium: 60 %, rows of actors", "loaded medium in 10 s; statistics follow.");
  }

  @Test
  void onATerminalEveryStepIsShown() {
    load(line(true), 2);

    assertThat(shown).hasSize(11).startsWith("loading medium: 50 %, rows of actors");
  }

  @Test
  void anotherLoadBeginsAnew() {
    LoadingLine line = line(false);
    load(line, 2);
    shown.clear();
    load(line, 1);

    assertThat(shown).isEmpty();
  }

  @Test
  void aTerminalsLineIsWrittenOverAndTheLastOneStays() {
    StringWriter written = new StringWriter();
    LoadProgress progress =
        new LoadingLine(
            "LARGE", true, () -> now, new Progress(new PrintWriter(written), true)::loading);
    load(progress, 2);

    assertThat(written.toString())
        .startsWith("loading large: 50 %, rows of actors\r\u001b[J")
        .endsWith("95 %, rows of actors\r\u001b[Jloaded large in 2 s; statistics follow\n");
  }
}
