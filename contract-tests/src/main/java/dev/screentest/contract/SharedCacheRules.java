package dev.screentest.contract;

import static dev.screentest.contract.Row.movie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.Capability;
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.meter.WireObservation;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What units share of rows, and what they must not. */
@NeedsServer
abstract class SharedCacheRules extends Rules {

  private static final LocalDate DAY = LocalDate.of(2010, 1, 1);

  SharedCacheRules(Stage stage) {
    super(stage);
  }

  private Optional<Movie> found(UnitKind kind, long id) {
    return store().inUnit(kind, unit -> unit.findMovie(id));
  }

  private void assertTitle(long id, String title) {
    for (UnitKind kind : UnitKind.values()) {
      assertThat(found(kind, id).orElseThrow().getTitle())
          .as("title of movie %d in a unit of kind %s", id, kind)
          .isEqualTo(title);
    }
  }

  private void assertGone(long id) {
    for (UnitKind kind : UnitKind.values()) {
      assertThat(found(kind, id)).as("movie %d in a unit of kind %s", id, kind).isEmpty();
    }
  }

  @Test
  @Needs(Capability.SHARED_CACHE)
  @IfThisFails("check that the cache is on, and that movies are in it")
  final void cache_1_aMovieThatWasFoundIsFoundAgainWithoutAStatement() {
    given(movie(1, "M", DAY));
    inRead(unit -> unit.findMovie(1));
    for (UnitKind kind : UnitKind.values()) {
      WireObservation seen =
          server()
              .observe(
                  () ->
                      inUnit(
                          kind,
                          unit -> {
                            Movie movie = unit.findMovie(1).orElseThrow();
                            assertThat(movie.getTitle()).isEqualTo("M");
                            assertThat(movie.getReleaseDate()).isEqualTo(DAY);
                          }));
      assertThat(seen.counts().statements())
          .as("statements of a unit of kind %s: %s", kind, seen.statements())
          .isZero();
    }
  }

  @Test
  @IfThisFails("check that a save and a deletion reach the cache with their commit")
  final void cache_2_whatAUnitHasSavedOrDeletedTheNextOneFinds() {
    given(movie(1, "before"), movie(2, "to go"));
    assertTitle(1, "before");
    assertTitle(2, "to go");
    inWrite(
        unit -> {
          Movie movie = unit.findMovie(1).orElseThrow();
          movie.setTitle("after");
          unit.save(movie);
          unit.delete(unit.findMovie(2).orElseThrow());
        });
    assertTitle(1, "after");
    assertGone(2);
    Movie another = new Movie("new", null);
    inWrite(unit -> unit.save(another));
    assertTitle(id(another), "new");
  }

  @Test
  @IfThisFails("check that statements by condition empty the cache: nobody knows which rows it was")
  final void cache_3_whatWasChangedByConditionTheNextUnitFinds() {
    given(movie(1, "before", DAY.plusDays(1)), movie(2, "to go", DAY.minusDays(1)));
    assertTitle(1, "before");
    assertTitle(2, "to go");
    inWrite(unit -> unit.retitleMovie(1, "after"));
    assertTitle(1, "after");
    inWrite(unit -> unit.deleteMoviesReleasedBefore(DAY));
    assertGone(2);
  }

  @Test
  @Needs(Capability.MERGE)
  @IfThisFails("check that a merge reaches the cache with its commit")
  final void cache_4_whatWasMergedTheNextUnitFinds() {
    given(movie(1, "before"));
    Movie detached = found(UnitKind.READ, 1).orElseThrow();
    detached.setTitle("after");
    inWrite(unit -> unit.merge(detached));
    assertTitle(1, "after");
  }

  @Test
  @IfThisFails("check that nothing reaches the cache before it is committed")
  final void cache_5_whatWasRolledBackNobodyFinds() {
    given(movie(1, "before"), movie(2, "before, too"));
    assertTitle(1, "before");
    IllegalStateException failure = new IllegalStateException("of the work");
    Movie never = new Movie("never", null);
    assertThatThrownBy(
            () ->
                inWrite(
                    unit -> {
                      Movie movie = unit.findMovie(1).orElseThrow();
                      movie.setTitle("never");
                      unit.save(movie);
                      unit.save(never);
                      unit.retitleMovie(2, "never");
                      assertThat(unit.findMovie(2)).isPresent();
                      throw failure;
                    }))
        .isSameAs(failure);
    assertTitle(1, "before");
    assertTitle(2, "before, too");
    assertGone(id(never));
  }

  @Test
  @IfThisFails("check that what a unit reads of its own changes does not reach the cache")
  final void cache_6_whatIsNotCommittedNobodyElseFinds() {
    given(movie(1, "before"), movie(2, "before"));
    assertTitle(1, "before");
    assertTitle(2, "before");
    inWrite(
        unit -> {
          unit.retitleMovie(1, "after");
          assertThat(unit.findMovie(1).orElseThrow().getTitle()).isEqualTo("after");
          assertTitle(1, "before");
        });
    inWrite(
        unit -> {
          Movie movie = unit.findMovie(2).orElseThrow();
          movie.setTitle("after");
          unit.save(movie);
          assertThat(unit.moviesReleasedAfter(DAY))
              .as("asked, so that the change is sent")
              .isEmpty();
          assertTitle(2, "before");
        });
    assertTitle(1, "after");
    assertTitle(2, "after");
  }

  @Test
  @IfThisFails("check that the cache keeps values, and that each unit makes objects of them")
  final void cache_7_unitsShareNoObjects() {
    given(movie(1, "M"));
    Movie mine = found(UnitKind.READ, 1).orElseThrow();
    mine.setTitle("changed by its caller");
    for (UnitKind kind : UnitKind.values()) {
      Movie other = found(kind, 1).orElseThrow();
      assertThat(other).as("object of a unit of kind %s", kind).isNotSameAs(mine);
      assertThat(other.getTitle()).as("its title").isEqualTo("M");
    }
  }

  @Test
  @IfThisFails("check that no results of queries are cached, other than those by id")
  final void cache_8_questionsButThoseByIdAreAnsweredByTheDatabase() {
    given(movie(1, "before"));
    assertTitle(1, "before");
    inRead(unit -> assertThat(unit.allMovies()).hasSize(1));
    server().execute("update movies set title = 'after' where id = 1");
    given(movie(2, "second"));
    inRead(
        unit -> {
          assertThat(unit.countMovies()).isEqualTo(2);
          assertThat(unit.existsMovieTitled("before")).isFalse();
          assertThat(unit.allMovies())
              .extracting(Movie::getTitle)
              .containsExactly("after", "second");
        });
  }

  @Test
  @IfThisFails("check that evicting empties the cache, and does nothing else")
  final void cache_9_afterAnEvictionUnitsReadAnew() {
    given(movie(1, "before"), movie(2, "to go"));
    assertTitle(1, "before");
    assertTitle(2, "to go");
    server().execute("update movies set title = 'after' where id = 1");
    server().execute("delete from movies where id = 2");
    WireObservation seen = server().observe(() -> store().evict());
    assertThat(seen.counts().bytesSent()).as("bytes that the eviction sent").isZero();
    assertTitle(1, "after");
    assertGone(2);
  }

  @Test
  @IfThisFails("check that the number of changed rows is looked at, also of an object of the cache")
  final void cache_10_aChangeOfAMovieThatAnotherClientDeletedIsAnError() {
    given(movie(1, "M"), movie(2, "neighbour"));
    assertTitle(1, "M");
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      Movie movie = unit.findMovie(1).orElseThrow();
                      server().execute("delete from movies where id = 1");
                      movie.setTitle("too late");
                      unit.save(movie);
                    }));
    assertThat(rows()).containsExactly(movie(2, "neighbour"));
    assertGone(1);
  }

  @Test
  @Needs(Capability.SHARED_CACHE)
  @IfThisFails("check that each store has a cache of its own, and takes it along when it is closed")
  final void cache_11_storesShareNoCache() {
    given(movie(1, "M"));
    assertTitle(1, "M");
    WireObservation seen =
        server()
            .observe(
                () ->
                    server()
                        .openStore(server().pool().dataSource())
                        .read(unit -> unit.findMovie(1)));
    assertThat(seen.counts().statements())
        .as("statements of another store: %s", seen.statements())
        .isEqualTo(1);
  }
}
