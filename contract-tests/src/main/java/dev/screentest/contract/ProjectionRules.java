package dev.screentest.contract;

import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.movie;
import static dev.screentest.contract.Row.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;

import dev.screentest.domain.CastList;
import dev.screentest.domain.CastList.Member;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieSummary;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What projections hold: rows of records, without entities. */
abstract class ProjectionRules extends Rules {

  private static final LocalDate DAY = LocalDate.of(2015, 4, 2);

  ProjectionRules(Stage stage) {
    super(stage);
  }

  private void givenMovies() {
    given(
        movie(3, "three", DAY),
        movie(2, "nobody plays"),
        movie(1, "one"),
        actor(20, "B"),
        actor(10, "A"),
        role(3, 20),
        role(3, 10),
        role(1, 20));
  }

  @Test
  @IfThisFails("check the order: movie id, then actor id")
  final void proj_1_creditsComeByMovieThenByActor() {
    givenMovies();
    assertThatList(store().read(unit -> unit.credits(new IdRange(1, 3))))
        .containsExactly(
            new MovieCredit("one", "B"),
            new MovieCredit("three", "A"),
            new MovieCredit("three", "B"));
  }

  @Test
  @IfThisFails("check that rows are kept as they are: no distinct")
  final void proj_2_creditsKeepEqualRows() {
    given(
        movie(1, "same"),
        movie(2, "same"),
        actor(1, "John Smith"),
        actor(2, "John Smith"),
        role(1, 1),
        role(1, 2),
        role(2, 1));
    assertThatList(store().read(unit -> unit.credits(new IdRange(1, 2))))
        .hasSize(3)
        .containsOnly(new MovieCredit("same", "John Smith"));
  }

  @Test
  @IfThisFails("check the ends of the range, and that it is about movies")
  final void proj_3_creditsAreThoseOfTheRange() {
    givenMovies();
    inRead(
        unit -> {
          assertThat(unit.credits(new IdRange(2, 3)))
              .extracting(MovieCredit::actorName)
              .containsExactly("A", "B");
          assertThat(unit.credits(IdRange.of(1))).hasSize(1);
          assertThat(unit.credits(IdRange.of(2))).as("credits of nobody").isEmpty();
          assertThat(unit.credits(new IdRange(10, 20))).as("ids of actors").isEmpty();
        });
  }

  @Test
  @IfThisFails("check for an outer join: a movie without a cast has a cast of zero, not of one")
  final void proj_4_summariesCountTheCastAlsoWhereThereIsNone() {
    givenMovies();
    assertThatList(store().read(unit -> unit.summaries(new IdRange(1, 3))))
        .containsExactly(
            new MovieSummary(1, "one", null, 1),
            new MovieSummary(2, "nobody plays", null, 0),
            new MovieSummary(3, "three", DAY, 2));
  }

  @Test
  @IfThisFails("check the ends of the range: both are included")
  final void proj_5_summariesAreThoseOfTheRange() {
    givenMovies();
    inRead(
        unit -> {
          assertThat(unit.summaries(new IdRange(2, 9)))
              .extracting(MovieSummary::id)
              .containsExactly(2L, 3L);
          assertThat(unit.summaries(IdRange.of(1))).hasSize(1);
          assertThat(unit.summaries(new IdRange(4, Long.MAX_VALUE))).isEmpty();
        });
  }

  @Test
  @IfThisFails(
      "check that a projection is read from the database, and not from objects of the unit")
  final void proj_6_showWhatTheUnitHasSaved() {
    givenMovies();
    inWrite(
        unit -> {
          var movie = unit.findMovie(2).orElseThrow();
          movie.setTitle("renamed");
          unit.save(movie);
          assertThat(unit.summaries(IdRange.of(2)))
              .containsExactly(new MovieSummary(2, "renamed", null, 0));
          assertThat(unit.castLists(IdRange.of(2)))
              .containsExactly(new CastList(2, "renamed", List.of()));
        });
  }

  @Test
  @IfThisFails("check the order: movie id, then actor id, wherever the rows lie in their tables")
  final void proj_7_castListsComeByMovieAndMembersByActor() {
    givenMovies();
    assertThatList(store().read(unit -> unit.castLists(new IdRange(1, 3))))
        .containsExactly(
            new CastList(1, "one", List.of(new Member(20, "B"))),
            new CastList(2, "nobody plays", List.of()),
            new CastList(3, "three", List.of(new Member(10, "A"), new Member(20, "B"))));
  }

  @Test
  @IfThisFails("check for an outer join, and that its row without an actor is no member")
  final void proj_8_aMovieWithoutActorsHasAnEmptyCastList() {
    given(movie(1, "first of the lonely"), movie(2, "played"), movie(3, "last of the lonely"));
    given(actor(1, "A"), role(2, 1));
    assertThatList(store().read(unit -> unit.castLists(new IdRange(1, 3))))
        .containsExactly(
            new CastList(1, "first of the lonely", List.of()),
            new CastList(2, "played", List.of(new Member(1, "A"))),
            new CastList(3, "last of the lonely", List.of()));
  }

  @Test
  @IfThisFails("check the ends of the range, and that it is about movies")
  final void proj_9_castListsAreThoseOfTheRange() {
    givenMovies();
    inRead(
        unit -> {
          assertThat(unit.castLists(new IdRange(2, 9)))
              .extracting(CastList::movieId)
              .containsExactly(2L, 3L);
          assertThat(unit.castLists(IdRange.of(1))).hasSize(1);
          assertThat(unit.castLists(new IdRange(10, 20))).as("ids of actors").isEmpty();
          assertThat(unit.castLists(new IdRange(4, Long.MAX_VALUE))).isEmpty();
        });
  }

  @Test
  @IfThisFails("check that rows are told apart by id, and not by their titles or names")
  final void proj_10_castListsKeepEqualTitlesAndEqualNamesApart() {
    given(
        movie(1, "same"),
        movie(2, "same"),
        actor(1, "John Smith"),
        actor(2, "John Smith"),
        role(1, 1),
        role(1, 2),
        role(2, 2));
    Member first = new Member(1, "John Smith");
    Member second = new Member(2, "John Smith");
    assertThatList(store().read(unit -> unit.castLists(new IdRange(1, 2))))
        .containsExactly(
            new CastList(1, "same", List.of(first, second)),
            new CastList(2, "same", List.of(second)));
  }
}
