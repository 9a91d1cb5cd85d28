package dev.screentest.contract;

import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.movie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ConstraintViolatedException;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitFinishedException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a unit of work commits, rolls back, sees, and lets through. */
abstract class TransactionRules extends Rules {

  TransactionRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check that the unit commits when the work returns")
  final void tx_1_workThatReturnsIsCommitted() {
    inWrite(unit -> unit.save(new Movie("committed", null)));
    assertThat(rows()).hasSize(1);
    inRead(unit -> assertThat(unit.existsMovieTitled("committed")).isTrue());
  }

  @Test
  @IfThisFails("check that every exception rolls back, and that none is wrapped")
  final void tx_2_anUncheckedExceptionRollsBackAndGoesThrough() {
    IllegalStateException failure = new IllegalStateException("of the work");
    assertThatThrownBy(
            () ->
                inWrite(
                    unit -> {
                      unit.save(new Movie("rolled back", null));
                      assertThat(unit.countMovies()).isEqualTo(1);
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(rows()).isEmpty();
  }

  @Test
  @IfThisFails("check that checked exceptions roll back, too, and that none is wrapped")
  final void tx_3_aCheckedExceptionRollsBackAndGoesThrough() {
    IOException failure = new IOException("of the work");
    assertThatThrownBy(
            () ->
                store()
                    .write(
                        unit -> {
                          unit.save(new Movie("rolled back", null));
                          assertThat(unit.countMovies()).isEqualTo(1);
                          throw failure;
                        }))
        .isSameAs(failure);
    assertThat(rows()).isEmpty();
  }

  @Test
  @IfThisFails("check for catch (Exception e): an Error rolls back like anything else")
  final void tx_4_anErrorRollsBackAndGoesThrough() {
    StackOverflowError failure = new StackOverflowError("of the work");
    assertThatThrownBy(
            () ->
                inWrite(
                    unit -> {
                      unit.save(new Movie("rolled back", null));
                      assertThat(unit.countMovies()).isEqualTo(1);
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(rows()).isEmpty();
  }

  @Test
  @IfThisFails("check that an exception goes through units that only read, too")
  final void tx_5_anExceptionGoesThroughEveryKindOfUnit() {
    for (UnitKind kind : UnitKind.values()) {
      IOException failure = new IOException("in " + kind);
      assertThatThrownBy(
              () ->
                  store()
                      .inUnit(
                          kind,
                          unit -> {
                            unit.countMovies();
                            throw failure;
                          }))
          .isSameAs(failure);
    }
  }

  @Test
  @IfThisFails("check that the unit remembers an error of the store when the work swallows it")
  final void tx_6_anErrorOfTheStoreThatWasSwallowedIsThrownAtTheEnd() {
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      unit.save(new Movie("not stored", null));
                      swallow(() -> unit.moviesPage(MovieOrder.ID, -1, 1));
                    }));
    assertThat(rows()).isEmpty();
  }

  @Test
  @IfThisFails("check that a unit which failed refuses everything but to roll back")
  final void tx_7_aUnitThatFailedRefusesFurtherCalls() {
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      swallow(() -> unit.moviesPage(MovieOrder.ID, 0, -1));
                      assertThatExceptionOfType(UnitFinishedException.class)
                          .isThrownBy(unit::countMovies);
                      assertThatExceptionOfType(UnitFinishedException.class)
                          .isThrownBy(() -> unit.save(new Movie("refused", null)));
                    }));
    assertThat(rows()).isEmpty();
  }

  @Test
  @IfThisFails("check the isolation, and that each unit has a connection of its own")
  final void tx_8_whatIsNotCommittedIsNotSeenByOthers() {
    inWrite(
        unit -> {
          unit.save(new Movie("not yet", null));
          assertThat(unit.countMovies()).as("seen by the unit itself").isEqualTo(1);
          for (UnitKind kind : UnitKind.values()) {
            assertThat(store().inUnit(kind, UnitOfWork::countMovies))
                .as("seen by another unit of kind %s", kind)
                .isZero();
          }
        });
    assertThat(store().read(UnitOfWork::countMovies)).as("seen after the commit").isEqualTo(1);
  }

  @Test
  @IfThisFails("check for REPEATABLE READ, or for a cache of query results")
  final void tx_9_whatOthersCommitIsSeenByTheNextQuery() {
    for (UnitKind kind : UnitKind.values()) {
      String title = "committed during " + kind;
      inUnit(
          kind,
          unit -> {
            assertThat(unit.existsMovieTitled(title)).isFalse();
            inWrite(other -> other.save(new Movie(title, null)));
            assertThat(unit.existsMovieTitled(title))
                .as("a movie that another unit committed, in a unit of kind %s", kind)
                .isTrue();
            assertThat(unit.allMovies()).extracting(Movie::getTitle).contains(title);
          });
    }
  }

  @Test
  @IfThisFails("check that a unit inside another does not join its transaction")
  final void tx_10_aUnitInsideAnotherCommitsThoughTheOuterRollsBack() {
    IllegalStateException failure = new IllegalStateException("of the outer work");
    assertThatThrownBy(
            () ->
                inWrite(
                    unit -> {
                      unit.save(new Movie("outer", null));
                      inWrite(inner -> inner.save(new Movie("inner", null)));
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(rows(Row.MovieRow.class)).extracting(Row.MovieRow::title).containsExactly("inner");
  }

  @Test
  @IfThisFails("check that a unit inside another does not roll back its transaction")
  final void tx_11_aUnitInsideAnotherRollsBackAndTheOuterGoesOn() {
    IllegalStateException failure = new IllegalStateException("of the inner work");
    inWrite(
        unit -> {
          unit.save(new Movie("outer", null));
          assertThatThrownBy(
                  () ->
                      inWrite(
                          inner -> {
                            inner.save(new Movie("inner", null));
                            throw failure;
                          }))
              .isSameAs(failure);
          unit.save(new Movie("outer, too", null));
        });
    assertThat(rows(Row.MovieRow.class))
        .extracting(Row.MovieRow::title)
        .containsExactly("outer", "outer, too");
  }

  @Test
  @IfThisFails("check that the work's result is handed through as it is")
  final void tx_12_theResultOfTheWorkIsReturned() {
    Object result = new Object();
    for (UnitKind kind : UnitKind.values()) {
      assertThat(store().<Object, RuntimeException>inUnit(kind, unit -> result)).isSameAs(result);
    }
  }

  @Test
  @IfThisFails("check that every method of a unit asks whether it is over")
  final void tx_13_aUnitThatIsOverRefusesEverything() {
    given(movie(1, "M"));
    for (UnitKind kind : UnitKind.values()) {
      UnitOfWork over = store().inUnit(kind, unit -> unit);
      for (Consumer<UnitOfWork> step : STEPS) {
        assertThatExceptionOfType(UnitFinishedException.class)
            .as("a call to a unit of kind %s that is over", kind)
            .isThrownBy(() -> step.accept(over));
      }
    }
    assertThat(rows()).containsExactly(movie(1, "M"));
  }

  private static final List<Consumer<UnitOfWork>> STEPS =
      List.of(
          unit -> unit.save(new Movie("late", null)),
          unit -> unit.findMovie(1),
          unit -> unit.findActor(1),
          unit -> unit.findActorWithContactDetails(1),
          unit -> unit.findContactDetails(1),
          unit -> unit.findStuntman(1),
          UnitOfWork::allMovies,
          UnitOfWork::countMovies,
          unit -> unit.existsMovieTitled("M"),
          UnitOfWork::distinctTitles,
          unit -> unit.moviesReleasedAfter(LocalDate.EPOCH),
          unit -> unit.firstMovieReleasedAfter(LocalDate.EPOCH),
          unit -> unit.moviesStarring("A"),
          unit -> unit.actorsLivingIn("A"),
          unit -> unit.searchMovies(new MovieSearch("M", null, null)),
          unit -> unit.moviesPage(MovieOrder.ID, 0, 1),
          unit -> unit.moviesPageAfter("", 0, 1),
          unit -> unit.moviesWithCast(IdRange.of(1), FetchDepth.ACTORS, FetchStrategy.JOINED),
          unit -> unit.credits(IdRange.of(1)),
          unit -> unit.summaries(IdRange.of(1)),
          unit -> unit.castLists(IdRange.of(1)),
          UnitOfWork::streamMovies,
          unit -> unit.retitleMovie(1, "late"),
          unit -> unit.deactivateStuntmenOfActorsBornBefore(LocalDate.EPOCH),
          unit -> unit.deleteMoviesReleasedBefore(LocalDate.EPOCH),
          UnitOfWork::selectOne);

  @Test
  @IfThisFails("check that a failed unit leaves nothing in the store that the next one meets")
  final void tx_14_theStoreGoesOnAfterAUnitThatFailed() {
    for (int i = 0; i < 20; i++) {
      assertThatExceptionOfType(InvalidArgumentException.class)
          .isThrownBy(() -> store().read(unit -> unit.moviesPage(MovieOrder.ID, -1, 0)));
      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(
              () ->
                  inWrite(
                      unit -> {
                        Movie movie = new Movie("M", null);
                        unit.save(movie);
                        throw new NotFoundException("of the work");
                      }));
    }
    inWrite(unit -> unit.save(new Movie("after the failures", null)));
    assertThat(rows()).hasSize(1);
  }

  @Test
  @IfThisFails("check that nothing is remembered of a unit that rolled back: not even its objects")
  final void tx_15_aWorkThatIsRepeatedWithNewObjectsAfterARollbackIsStored() {
    given(movie(1, "before"));
    for (int attempt = 1; attempt <= 2; attempt++) {
      int current = attempt;
      swallow(
          () ->
              inWrite(
                  unit -> {
                    Movie movie = unit.findMovie(1).orElseThrow();
                    movie.setTitle("after attempt " + current);
                    unit.save(movie);
                    assertThat(unit.existsMovieTitled("after attempt " + current)).isTrue();
                    if (current == 1) {
                      throw new InvalidArgumentException("roll back");
                    }
                  }));
    }
    assertThat(rows()).containsExactly(movie(1, "after attempt 2"));
  }

  @Test
  @IfThisFails("check that units on other threads do not share a session or a connection")
  final void tx_16_aUnitInsideAnotherIsIndependentAlsoWhenItReads() {
    given(movie(1, "before"));
    inWrite(
        unit -> {
          Movie movie = unit.findMovie(1).orElseThrow();
          movie.setTitle("after");
          unit.save(movie);
          assertThat(unit.existsMovieTitled("after")).isTrue();
          Movie other = store().read(inner -> inner.findMovie(1)).orElseThrow();
          assertThat(other).isNotSameAs(movie);
          assertThat(other.getTitle()).isEqualTo("before");
        });
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails(
      "check the swallowed error: PostgreSQL answers the commit with a rollback, and no error")
  final void tx_17_anErrorOfTheDatabaseThatWasSwallowedIsThrownAtTheEnd() {
    given(actor(1, "A"));
    assertThatExceptionOfType(ConstraintViolatedException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      unit.save(new Movie("not stored", null));
                      Actor actor = unit.findActor(1).orElseThrow();
                      inWrite(TransactionRules::hireStuntman);
                      actor.setStuntman(new Stuntman("second", true));
                      swallow(() -> unit.save(actor));
                    }));
    assertThat(rows(Row.MovieRow.class)).isEmpty();
    assertThat(rows(Row.StuntmanRow.class)).hasSize(1);
  }

  private static void hireStuntman(UnitOfWork unit) {
    Actor actor = unit.findActor(1).orElseThrow();
    actor.setStuntman(new Stuntman("first", true));
    unit.save(actor);
  }

  @Test
  @IfThisFails("check for retries: whether work may be repeated is for its caller to say")
  final void tx_18_workIsRunOnce() {
    for (UnitKind kind : UnitKind.values()) {
      AtomicInteger runs = new AtomicInteger();
      inUnit(kind, unit -> runs.incrementAndGet());
      assertThat(runs).as("runs of work that returns, in %s", kind).hasValue(1);
      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(
              () ->
                  inUnit(
                      kind,
                      unit -> {
                        runs.incrementAndGet();
                        throw new NotFoundException("of the work");
                      }));
      assertThat(runs).as("runs with one of work that throws, in %s", kind).hasValue(2);
      assertThatExceptionOfType(InvalidArgumentException.class)
          .isThrownBy(
              () ->
                  inUnit(
                      kind,
                      unit -> {
                        runs.incrementAndGet();
                        unit.moviesPage(MovieOrder.ID, -1, 1);
                      }));
      assertThat(runs).as("runs with one in which the store throws, in %s", kind).hasValue(3);
    }
  }

  private static void swallow(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException swallowed) {
      // What the rule is about: a caller who lets an error pass.
    }
  }
}
