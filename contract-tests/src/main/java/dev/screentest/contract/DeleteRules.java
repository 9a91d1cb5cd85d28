package dev.screentest.contract;

import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.movie;
import static dev.screentest.contract.Row.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.Actor;
import dev.screentest.domain.DetachedException;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a deletion takes along, and what it spares. */
abstract class DeleteRules extends Rules {

  DeleteRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check that roles are deleted before the movie: no foreign key cascades")
  final void del_1_ofAMovieTakesItsRolesAndNobody() {
    given(CatalogueRows.tutorial());
    inWrite(unit -> unit.delete(unit.findMovie(3).orElseThrow()));
    assertThat(rows())
        .containsExactlyElementsOf(
            tutorialWithout(
                row ->
                    (row instanceof Row.MovieRow movie && movie.id() == 3)
                        || (row instanceof Row.RoleRow role && role.movieId() == 3)));
  }

  @Test
  @IfThisFails("check that contact details, stuntman and roles are deleted before the actor")
  final void del_2_ofAnActorTakesWhatBelongsToItAndItsRoles() {
    given(CatalogueRows.tutorial());
    inWrite(unit -> unit.delete(unit.findActor(2).orElseThrow()));
    assertThat(rows()).containsExactlyElementsOf(tutorialWithoutDwayne());
  }

  @Test
  @IfThisFails("check that a deletion does not depend on what was loaded")
  final void del_3_takesTheSameWhetherItWasLoadedOrNot() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          unit.delete(unit.findActorWithContactDetails(2).orElseThrow());
          unit.delete(
              unit.moviesWithCast(IdRange.of(1), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED)
                  .get(0));
        });
    assertThat(rows())
        .containsExactlyElementsOf(
            tutorialWithoutDwayne().stream()
                .filter(
                    row ->
                        !(row instanceof Row.MovieRow movie && movie.id() == 1)
                            && !(row instanceof Row.RoleRow role && role.movieId() == 1))
                .toList());
  }

  @Test
  @IfThisFails("check what happens to an actor that a loaded cast still lists when the unit ends")
  final void del_4_ofAnActorHoldsThoughALoadedCastStillListsIt() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          Movie movie =
              unit.moviesWithCast(IdRange.of(2), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED)
                  .get(0);
          unit.delete(movie.getActors().iterator().next());
        });
    assertThat(rows()).containsExactlyElementsOf(tutorialWithoutDwayne());
  }

  @Test
  @IfThisFails("check that the number of deleted rows is looked at, and none is an error")
  final void del_5_ofARowThatHasGoneIsAnError() {
    given(movie(1, "M"), movie(2, "neighbour"));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      Movie movie = unit.findMovie(1).orElseThrow();
                      inWrite(other -> other.delete(other.findMovie(1).orElseThrow()));
                      unit.delete(movie);
                    }));
    assertThat(rows()).containsExactly(movie(2, "neighbour"));
  }

  @Test
  @IfThisFails("check that the number of deleted rows is looked at, and none is an error")
  final void del_6_ofAnActorThatHasGoneIsAnError() {
    given(actor(1, "A"), actor(2, "neighbour"));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      Actor actor = unit.findActor(1).orElseThrow();
                      inWrite(other -> other.delete(other.findActor(1).orElseThrow()));
                      unit.delete(actor);
                    }));
    assertThat(rows()).containsExactly(actor(2, "neighbour"));
  }

  @Test
  @IfThisFails("check that a deletion asks whether the object is of the unit")
  final void del_7_ofADetachedObjectIsAnError() {
    given(movie(1, "M"), actor(2, "A"));
    Movie movie = store().read(unit -> unit.findMovie(1)).orElseThrow();
    Actor actor = store().read(unit -> unit.findActor(2)).orElseThrow();
    assertThatExceptionOfType(DetachedException.class)
        .isThrownBy(() -> inWrite(unit -> unit.delete(movie)))
        .withMessageContaining("merge");
    assertThatExceptionOfType(DetachedException.class)
        .isThrownBy(() -> inWrite(unit -> unit.delete(actor)));
    assertThat(rows()).containsExactly(movie(1, "M"), actor(2, "A"));
  }

  @Test
  @IfThisFails("check that what has no id is refused")
  final void del_8_ofANewObjectIsAnInvalidArgument() {
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> inWrite(unit -> unit.delete(new Movie("new", null))));
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> inWrite(unit -> unit.delete(new Actor("new", null))));
  }

  @Test
  @IfThisFails("check that queries see what the unit has deleted: flush before you ask")
  final void del_9_isSeenByLaterQueriesOfTheUnit() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          unit.delete(unit.findMovie(2).orElseThrow());
          unit.delete(unit.findActor(3).orElseThrow());
          assertThat(unit.findMovie(2)).isEmpty();
          assertThat(unit.findActor(3)).isEmpty();
          assertThat(unit.countMovies()).isEqualTo(2);
          assertThat(unit.moviesStarring("Dwayne Johnson")).hasSize(1);
          assertThat(unit.actorsLivingIn("Glendale")).hasSize(1);
        });
  }

  @Test
  @IfThisFails("check that a deletion is part of the transaction")
  final void del_10_isUndoneByARollback() {
    given(CatalogueRows.tutorial());
    IllegalStateException failure = new IllegalStateException("roll back");
    assertThatThrownBy(
            () ->
                inWrite(
                    unit -> {
                      unit.delete(unit.findActor(2).orElseThrow());
                      unit.delete(unit.findMovie(1).orElseThrow());
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(CatalogueRows.tutorial());
  }

  @Test
  @IfThisFails("check that an object saved in the unit can be deleted in it")
  final void del_11_ofWhatTheUnitHasSavedLeavesNothing() {
    given(movie(1, "neighbour"), actor(2, "A"), role(1, 2));
    inWrite(
        unit -> {
          Movie movie = new Movie("short-lived", null);
          movie.addActor(unit.findActor(2).orElseThrow());
          unit.save(movie);
          unit.delete(movie);
        });
    assertThat(rows()).containsExactly(movie(1, "neighbour"), actor(2, "A"), role(1, 2));
  }

  @Test
  @IfThisFails("check that the deleted movie is not written again by the save of its actor")
  final void del_12_ofAMovieAndASaveOfItsActorGoTogether() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          Movie movie =
              unit.moviesWithCast(IdRange.of(1), FetchDepth.ACTORS, FetchStrategy.JOINED).get(0);
          Actor actor = movie.getActors().iterator().next();
          unit.delete(movie);
          actor.setName("changed");
          unit.save(actor);
        });
    assertThat(rows(Row.MovieRow.class)).extracting(Row.MovieRow::id).containsExactly(2L, 3L);
    assertThat(rows(Row.ActorRow.class).get(0).name()).isEqualTo("changed");
  }

  @Test
  @IfThisFails("check that a role that went along with an actor is not deleted a second time")
  final void del_13_ofAnActorAndItsLeavingACastGoTogether() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          Movie movie =
              unit.moviesWithCast(IdRange.of(3), FetchDepth.ACTORS, FetchStrategy.JOINED).get(0);
          Actor actor = movie.getActors().iterator().next();
          unit.delete(actor);
          movie.removeActor(actor);
          unit.save(movie);
        });
    assertThat(rows()).containsExactlyElementsOf(tutorialWithoutDwayne());
  }

  private static List<Row> tutorialWithoutDwayne() {
    return tutorialWithout(
        row ->
            (row instanceof Row.ActorRow actor && actor.id() == 2)
                || (row instanceof Row.RoleRow role && role.actorId() == 2)
                || (row instanceof Row.StuntmanRow stuntman && stuntman.actorId() == 2)
                || (row instanceof Row.ContactRow contact && contact.actorId() == 2));
  }

  /** Returns the tutorial's rows but for some, in the order of the witness. */
  private static List<Row> tutorialWithout(Predicate<Row> gone) {
    return CatalogueRows.tutorial().stream()
        .filter(gone.negate())
        .sorted(Row.BY_TABLE_AND_ID)
        .toList();
  }
}
