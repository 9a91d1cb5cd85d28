package dev.screentest.benchmarks.contestant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Work;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {

  private final Contestants contestants = Contestants.onClassPath();

  @ParameterizedTest
  @ValueSource(strings = {"jdbc#twin", "jdbc#twin2", "hibernate/tuned#repeats20"})
  void aControlIsPartOfTheLabel(String label) {
    Contestant contestant = contestants.resolve(label);

    assertThat(contestant.label()).isEqualTo(label);
    assertThat(contestant.isOriginal()).isFalse();
    assertThat(contestant.isBaseline()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc#", "jdbc#sibling", "jdbc#repeats0", "jdbc#repeats", "jdbc#twin#twin"})
  void otherControlsAreUnknown(String label) {
    assertThatThrownBy(() -> contestants.resolve(label))
        .isInstanceOf(UnknownContestantException.class)
        .hasMessageContaining("repeats20");
  }

  @Test
  void aTwinDoesWhatItsOriginalDoes() {
    UnitsSeen units = new UnitsSeen();

    assertThat(contestants.resolve("jdbc#twin").control().around(units)).isSameAs(units);
  }

  @Test
  void everyFourthUnitIsRepeatedAndItsAnswerReturned() {
    UnitsSeen units = new UnitsSeen();
    List<String> answers = new ArrayList<>();

    try (MovieStore store = contestants.resolve("jdbc#repeats4").control().around(units)) {
      for (int i = 0; i < 8; i++) {
        answers.add(store.read(work -> "unit " + units.seen.size()));
      }
    }

    assertThat(answers)
        .containsExactly(
            "unit 1", "unit 2", "unit 3", "unit 5", "unit 6", "unit 7", "unit 8", "unit 10");
    assertThat(units.seen).hasSize(10).containsOnly(UnitKind.READ);
    assertThat(units.isClosed).isTrue();
  }

  /** Opens no unit of work; the work here asks for nothing. */
  private static final class UnitsSeen implements MovieStore {

    private final List<UnitKind> seen = new ArrayList<>();
    private boolean isClosed;

    @Override
    @SuppressWarnings("NullAway") // what is done in the unit does not look at it
    public <R extends @Nullable Object, X extends Exception> R inUnit(
        UnitKind kind, Work<R, X> work) throws X {
      seen.add(kind);
      return work.run(null);
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
