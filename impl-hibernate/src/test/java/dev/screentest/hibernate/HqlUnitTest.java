package dev.screentest.hibernate;

import static dev.screentest.hibernate.TestStore.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.CastList;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.UnitKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What HQL and the Criteria API make of a question, where Hibernate might add statements. */
class HqlUnitTest {

  private TestStore database;
  private List<Movie> movies;

  @BeforeEach
  void saveMovies() {
    database = new TestStore(HqlUnitTest.class);
    movies = database.savedMovies(2);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aSearchIsOneStatementWhateverIsAskedFor() {
    database.in(
        UnitKind.QUERY,
        unit -> {
          assertThat(
                  database.statements(() -> unit.searchMovies(new MovieSearch(null, null, null))))
              .isEqualTo(1);
          assertThat(
                  database.statements(
                      () ->
                          assertThat(
                                  unit.searchMovies(new MovieSearch("OVIE 1", null, "first of 1")))
                              .extracting(Movie::getTitle)
                              .containsExactly("movie 1")))
              .isEqualTo(1);
        });
  }

  @Test
  void aMovieIsRetitledByOneStatementThoughTheUnitHasReadIt() {
    Movie movie = movies.get(0);
    database.in(
        UnitKind.WRITE,
        unit -> {
          unit.allMovies();
          assertThat(
                  database.statements(
                      () -> assertThat(unit.retitleMovie(id(movie), "retitled")).isTrue()))
              .isEqualTo(1);
        });
    database.in(
        UnitKind.READ,
        unit ->
            assertThat(unit.allMovies())
                .extracting(Movie::getTitle)
                .containsExactly("retitled", "movie 1"));
  }

  @Test
  void castListsAreOneStatementAndKeepMoviesWithoutACast() {
    Movie silent = new Movie("silent", null);
    database.in(UnitKind.WRITE, unit -> unit.save(silent));
    database.in(
        UnitKind.QUERY,
        unit ->
            assertThat(
                    database.statements(
                        () ->
                            assertThat(unit.castLists(new IdRange(1, Long.MAX_VALUE)))
                                .containsExactly(
                                    castList(movies.get(0)),
                                    castList(movies.get(1)),
                                    new CastList(id(silent), "silent", List.of()))))
                .isEqualTo(1));
  }

  private static CastList castList(Movie movie) {
    return new CastList(
        id(movie), movie.getTitle(), movie.getActors().stream().map(HqlUnitTest::member).toList());
  }

  private static CastList.Member member(Actor actor) {
    return new CastList.Member(id(actor), actor.getName());
  }
}
