package dev.screentest.benchmarks.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.SharedDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineCounterTest {

  private static OptionalInt count(LineCounter counter, String workload) throws SQLException {
    return counter.count(WorkloadCatalogue.resolve(List.of(workload)).get(0));
  }

  private static LineCounter counter(String implementation) {
    return counter(new Contestant(implementation, Variant.TAUGHT));
  }

  private static LineCounter counter(Contestant contestant) {
    return new LineCounter(
        SharedDatabase.get(), contestant, DataSet.TUTORIAL.catalogue(), UnitKind.READ);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc", "hibernate", "jdbi", "mybatis"})
  void theMoreIsAskedTheMoreLinesAreNeeded(String implementation) throws SQLException {
    try (LineCounter counter = counter(implementation)) {
      int nothing = count(counter, "empty-unit").orElseThrow();
      int movie = count(counter, "find-movie").orElseThrow();
      int graph = count(counter, "movie-with-cast/1").orElseThrow();

      assertThat(nothing).isPositive();
      assertThat(movie).isGreaterThan(nothing);
      assertThat(graph).isGreaterThan(movie);
    }
  }

  /** An entity of the mapping is longer than the method that finds one. */
  @Test
  void theMappingOfWhatIsReadCounts() throws SQLException {
    try (LineCounter counter = counter("hibernate")) {
      int number = count(counter, "select-1").orElseThrow();
      int movie = count(counter, "find-movie").orElseThrow();
      int actor = count(counter, "find-actor").orElseThrow();

      assertThat(movie).isGreaterThan(number + 10);
      assertThat(actor).isGreaterThan(movie + 10);
    }
  }

  /** Its link table is mapped to a class of its own, which the framework must not find twice. */
  @Test
  void entitiesOfTheImplementationAreTheOnesThatAreWatched() throws SQLException {
    try (LineCounter counter = counter(new Contestant("hibernate", "stateless"))) {
      assertThat(count(counter, "insert-graph").orElseThrow())
          .isGreaterThan(count(counter, "insert-row").orElseThrow());
    }
  }

  @Test
  void whatTheDataSetCannotServeHasNoNumber() throws SQLException {
    try (LineCounter counter = counter("jdbc")) {
      assertThat(count(counter, "movies/100")).isEmpty();
    }
  }

  @Test
  void blankLinesAndCommentsAreNoLines() {
    assertThat(
            SourceText.lines(
                """
                // why
                void print() {

                  /* how */
                  out.print(1); // one
                }
                <!-- what -->
                <select id="one">
                """))
        .isEqualTo(4);
  }
}
