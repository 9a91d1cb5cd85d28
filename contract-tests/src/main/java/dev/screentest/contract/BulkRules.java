package dev.screentest.contract;

import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.movie;
import static dev.screentest.contract.Row.role;
import static dev.screentest.contract.Row.stuntman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitOfWork;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** What updates and deletions by condition change. */
abstract class BulkRules extends Rules {

  private static final LocalDate DAY = LocalDate.of(1970, 1, 1);

  BulkRules(Stage stage) {
    super(stage);
  }

  private void givenStuntmen() {
    given(
        actor(1, "before", DAY.minusDays(1)),
        actor(2, "on the day", DAY),
        actor(3, "unknown", null),
        actor(4, "before, inactive already", DAY.minusYears(9)),
        actor(5, "long before", DAY.minusYears(50)),
        actor(6, "before, alone", DAY.minusDays(2)),
        stuntman(1, "S1", true, 1),
        stuntman(2, "S2", true, 2),
        stuntman(3, "S3", true, 3),
        stuntman(4, "S4", false, 4),
        stuntman(5, "S5", true, 5));
  }

  @Test
  @IfThisFails("check the condition: strictly before, no unknown birthdays")
  final void bulk_1_deactivatesTheStuntmenOfActorsBornBefore() {
    givenStuntmen();
    store().write(unit -> unit.deactivateStuntmenOfActorsBornBefore(DAY));
    assertThat(rows(Row.StuntmanRow.class))
        .containsExactly(
            new Row.StuntmanRow(1, "S1", false, 1),
            new Row.StuntmanRow(2, "S2", true, 2),
            new Row.StuntmanRow(3, "S3", true, 3),
            new Row.StuntmanRow(4, "S4", false, 4),
            new Row.StuntmanRow(5, "S5", false, 5));
  }

  @Test
  @IfThisFails("check that only active ones are touched, and that the number is the database's")
  final void bulk_2_returnsHowManyStuntmenItDeactivated() {
    givenStuntmen();
    assertThat(number(unit -> unit.deactivateStuntmenOfActorsBornBefore(DAY))).isEqualTo(2);
    assertThat(number(unit -> unit.deactivateStuntmenOfActorsBornBefore(DAY)))
        .as("a second time")
        .isZero();
  }

  private void givenMovies() {
    given(
        movie(1, "before", DAY.minusDays(1)),
        movie(2, "on the day", DAY),
        movie(3, "unknown", null),
        movie(4, "long before", DAY.minusYears(50)),
        actor(9, "A"),
        role(1, 9),
        role(2, 9),
        role(3, 9));
  }

  @Test
  @IfThisFails("check the condition: strictly before, no unknown dates; and that roles go first")
  final void bulk_3_deletesMoviesReleasedBeforeAndTheirRoles() {
    givenMovies();
    store().write(unit -> unit.deleteMoviesReleasedBefore(DAY));
    assertThat(rows())
        .containsExactly(
            movie(2, "on the day", DAY),
            movie(3, "unknown"),
            actor(9, "A"),
            role(2, 9),
            role(3, 9));
  }

  @Test
  @IfThisFails("check that the number is that of movies, and not of roles or of both")
  final void bulk_4_returnsHowManyMoviesItDeleted() {
    givenMovies();
    assertThat(number(unit -> unit.deleteMoviesReleasedBefore(DAY))).isEqualTo(2);
    assertThat(number(unit -> unit.deleteMoviesReleasedBefore(DAY))).as("a second time").isZero();
  }

  @Test
  @IfThisFails("check that bulk statements run in the unit's transaction")
  final void bulk_5_isUndoneByARollback() {
    givenMovies();
    givenStuntmenOf(9);
    var before = rows();
    IllegalStateException failure = new IllegalStateException("roll back");
    assertThatThrownBy(
            () ->
                inWrite(
                    unit -> {
                      unit.deactivateStuntmenOfActorsBornBefore(LocalDate.of(9999, 12, 31));
                      unit.retitleMovie(3, "changed");
                      unit.deleteMoviesReleasedBefore(LocalDate.of(9999, 12, 31));
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(rows()).isEqualTo(before);
  }

  private void givenStuntmenOf(long actorId) {
    given(
        actor(actorId + 1, "B", DAY),
        stuntman(1, "S", true, actorId + 1),
        stuntman(2, "T", true, actorId));
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that what was saved before is sent before the bulk statement")
  final void bulk_6_seesWhatTheUnitHasSaved() {
    inWrite(
        unit -> {
          Movie movie = new Movie("M", DAY);
          Actor actor = new Actor("A", DAY);
          actor.setStuntman(new Stuntman("S", true));
          movie.addActor(actor);
          unit.save(movie);
          assertThat(unit.deactivateStuntmenOfActorsBornBefore(DAY.plusDays(1))).isEqualTo(1);
          assertThat(unit.deleteMoviesReleasedBefore(DAY.plusDays(1))).isEqualTo(1);
        });
    assertThat(rows(Row.MovieRow.class)).isEmpty();
    assertThat(rows(Row.RoleRow.class)).isEmpty();
    assertThat(rows(Row.ActorRow.class)).hasSize(1);
    assertThat(rows(Row.StuntmanRow.class)).allSatisfy(row -> assertThat(row.active()).isFalse());
  }

  @Test
  @IfThisFails("check that later queries of the unit ask the database")
  final void bulk_7_isSeenByLaterQueriesOfTheUnit() {
    givenMovies();
    inWrite(
        unit -> {
          unit.deleteMoviesReleasedBefore(DAY);
          assertThat(unit.countMovies()).isEqualTo(2);
          assertThat(unit.allMovies()).extracting(Movie::getId).containsExactlyInAnyOrder(2L, 3L);
          assertThat(unit.moviesStarring("A")).hasSize(2);
        });
  }

  @Test
  @IfThisFails("check the condition: the movie of this id, and of it the title alone")
  final void bulk_8_retitlesOneMovieAndChangesNothingElse() {
    given(movie(1, "same", DAY), movie(2, "same", DAY), actor(1, "same"), role(1, 1), role(2, 1));
    for (String title : List.of("another", "", "it's \"quoted\" \\ ? :name", "\uD83C\uDFAC")) {
      assertThat(retitle(1, title)).isTrue();
      assertThat(rows())
          .containsExactly(
              movie(1, title, DAY),
              movie(2, "same", DAY),
              actor(1, "same"),
              role(1, 1),
              role(2, 1));
    }
  }

  @Test
  @IfThisFails("check that the answer is the database's count, and that no row is no error")
  final void bulk_9_retitlingAMissingMovieIsFalse() {
    given(movie(1, "M"), actor(2, "A"));
    for (long missing : new long[] {2, 3, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThat(retitle(missing, "changed")).as("whether there is a movie %d", missing).isFalse();
    }
    assertThat(rows()).containsExactly(movie(1, "M"), actor(2, "A"));
  }

  @Test
  @IfThisFails("check that the statement neither reads nor changes objects, nor is written over")
  final void bulk_10_objectsOfTheUnitDoNotNoticeANewTitle() {
    given(movie(1, "before", DAY));
    inWrite(
        unit -> {
          Movie movie = unit.findMovie(1).orElseThrow();
          assertThat(unit.retitleMovie(1, "after")).isTrue();
          assertThat(movie.getTitle()).as("title of the object").isEqualTo("before");
          assertThat(unit.existsMovieTitled("after")).as("seen by a later query").isTrue();
          unit.save(movie);
        });
    assertThat(rows()).containsExactly(movie(1, "after", DAY));
  }

  @Test
  @IfThisFails("check that what was saved before is sent before the statement")
  final void bulk_11_retitlesWhatTheUnitHasSaved() {
    inWrite(
        unit -> {
          Movie movie = new Movie("new", DAY);
          unit.save(movie);
          assertThat(unit.retitleMovie(Rules.id(movie), "newer")).isTrue();
        });
    assertThat(rows(Row.MovieRow.class))
        .singleElement()
        .satisfies(row -> assertThat(row.title()).isEqualTo("newer"));
  }

  private boolean retitle(long id, String title) {
    return store().write(unit -> unit.retitleMovie(id, title));
  }

  /** Returns how many rows a bulk statement says it has changed. */
  private int number(ToIntFunction<UnitOfWork> statement) {
    return store().write(unit -> statement.applyAsInt(unit));
  }
}
