package dev.screentest.contract;

import static dev.screentest.contract.Row.movie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.Capability;
import dev.screentest.domain.DetachedException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.UnitFinishedException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.testbed.meter.WireCounts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How movies stream through a cursor. */
@Needs(Capability.STREAM)
abstract class StreamRules extends Rules {

  private static final int MANY = 50_000;

  StreamRules(Stage stage) {
    super(stage);
  }

  private void givenMovies() {
    given(LongStream.rangeClosed(1, 300).mapToObj(id -> movie(id, "movie " + id)).toList());
  }

  @Test
  @IfThisFails("check that the cursor is read to its end, over more than one fetch")
  final void stream_1_showsEveryMovieOnce() {
    givenMovies();
    for (UnitKind kind : List.of(UnitKind.READ, UnitKind.WRITE)) {
      List<Long> ids = store().inUnit(kind, unit -> unit.streamMovies().map(Rules::id).toList());
      assertThat(ids)
          .as("ids streamed in a unit of kind %s", kind)
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 300).boxed().toList());
    }
  }

  @Test
  @IfThisFails("check that a streamed movie has all its values, and a cast that is not loaded")
  final void stream_2_showsMoviesWithoutTheirCast() {
    given(CatalogueRows.tutorial());
    List<Movie> movies =
        store()
            .read(
                unit -> unit.streamMovies().sorted((a, b) -> Long.compare(id(a), id(b))).toList());
    Facts.assertThatMovies(movies)
        .isEqualTo(
            """
            movie 1 'The Bourne Identity' 2002-10-11
              cast not loaded
            movie 2 'Furious 7' 2015-04-02
              cast not loaded
            movie 3 'Pain & Gain' 2013-08-23
              cast not loaded
            """);
  }

  @Test
  @IfThisFails("check that an empty table is an empty stream")
  final void stream_3_ofNothingIsEmpty() {
    assertThat(store().<Long, RuntimeException>read(unit -> unit.streamMovies().count())).isZero();
  }

  @Test
  @IfThisFails(
      "check that streaming without a transaction is refused, and that the error says where")
  final void stream_4_withoutATransactionIsAnError() {
    givenMovies();
    assertThatExceptionOfType(UnsupportedCapabilityException.class)
        .isThrownBy(() -> store().query(UnitOfWork::streamMovies))
        .satisfies(failure -> assertThat(failure.capability()).isEqualTo(Capability.STREAM))
        .withMessageContaining("read");
  }

  @Test
  @NeedsServer
  @IfThisFails(
      "check the fetch size and autocommit: without both the driver holds the whole result")
  final void stream_5_needsConstantMemory() {
    server()
        .execute(
            "insert into movies (title, release_date)"
                + " select 'movie ' || i, date '2015-04-02' from generate_series(1, "
                + MANY
                + ") i");
    inRead(
        unit -> {
          WireCounts before = server().counts();
          try (Stream<Movie> stream = unit.streamMovies()) {
            Iterator<Movie> movies = stream.iterator();
            assertThat(movies.hasNext()).isTrue();
            movies.next();
            WireCounts first = server().counts().minus(before);
            assertThat(first.rowsReceived())
                .as("rows received when the first of %d was shown", MANY)
                .isLessThan(MANY / 10);
            assertThat(first.bytesReceived())
                .as("bytes received when the first of %d rows was shown", MANY)
                .isLessThan(512 * 1024);
            long rest = 0;
            while (movies.hasNext()) {
              movies.next();
              rest++;
            }
            assertThat(rest).as("rows after the first").isEqualTo(MANY - 1);
          }
        });
  }

  @Test
  @IfThisFails("check that closing the stream closes the cursor, and only that")
  final void stream_6_canBeClosedEarlyAndTheUnitGoesOn() {
    givenMovies();
    inWrite(
        unit -> {
          try (Stream<Movie> stream = unit.streamMovies()) {
            assertThat(stream.iterator().hasNext()).isTrue();
          }
          assertThat(unit.countMovies()).isEqualTo(300);
          unit.save(new Movie("one more", null));
        });
    assertThat(rows()).hasSize(301);
  }

  @Test
  @IfThisFails("check that a stream left open is closed before the unit commits or rolls back")
  final void stream_7_leftOpenIsClosedWithItsUnit() {
    givenMovies();
    inRead(unit -> assertThat(unit.streamMovies().iterator().hasNext()).isTrue());
    IllegalStateException failure = new IllegalStateException("roll back");
    assertThatThrownBy(
            () ->
                inWrite(
                    unit -> {
                      unit.save(new Movie("rolled back", null));
                      assertThat(unit.streamMovies().iterator().hasNext()).isTrue();
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(store().read(UnitOfWork::countMovies)).isEqualTo(300);
  }

  @Test
  @IfThisFails("check that the stream asks whether its unit is over before it reads on")
  final void stream_8_isOverWithItsUnit() {
    givenMovies();
    Stream<Movie> stream = store().read(UnitOfWork::streamMovies);
    assertThatExceptionOfType(UnitFinishedException.class)
        .isThrownBy(() -> stream.iterator().hasNext());
    Iterator<Movie> begun =
        store()
            .read(
                unit -> {
                  Iterator<Movie> movies = unit.streamMovies().iterator();
                  movies.next();
                  return movies;
                });
    assertThatExceptionOfType(UnitFinishedException.class)
        .isThrownBy(
            () -> {
              while (begun.hasNext()) {
                begun.next();
              }
            });
  }

  @Test
  @IfThisFails("check that the caller's exception is not wrapped, or taken for one of the store")
  final void stream_9_letsTheCallersExceptionThrough() {
    givenMovies();
    IllegalStateException unchecked = new IllegalStateException("of the caller");
    assertThatThrownBy(
            () ->
                inRead(
                    unit ->
                        unit.streamMovies()
                            .forEach(
                                movie -> {
                                  throw unchecked;
                                })))
        .isSameAs(unchecked);
    IOException checked = new IOException("of the caller");
    assertThatThrownBy(
            () ->
                store()
                    .read(
                        unit -> {
                          Iterator<Movie> movies = unit.streamMovies().iterator();
                          movies.next();
                          throw checked;
                        }))
        .isSameAs(checked);
  }

  @Test
  @IfThisFails(
      "check that streamed objects are not kept by the session: evict or never attach them")
  final void stream_10_showsObjectsThatAreNotOfTheUnit() {
    given(movie(1, "before"));
    assertThatExceptionOfType(DetachedException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      Movie movie = unit.streamMovies().toList().get(0);
                      movie.setTitle("after");
                      unit.save(movie);
                    }));
    inWrite(unit -> unit.streamMovies().toList().get(0).setTitle("after"));
    assertThat(rows()).containsExactly(movie(1, "before"));
  }

  @Test
  @IfThisFails("check that other statements may run while the cursor is open")
  final void stream_11_doesNotBlockOtherQueriesOfTheUnit() {
    givenMovies();
    inRead(
        unit -> {
          Iterator<Movie> movies = unit.streamMovies().iterator();
          long seen = 0;
          while (movies.hasNext()) {
            Movie movie = movies.next();
            if (seen++ % 100 == 0) {
              assertThat(unit.findMovie(id(movie))).isPresent();
            }
          }
          assertThat(seen).isEqualTo(300);
        });
  }

  @Test
  @IfThisFails("check that the stream shows the unit's own changes: flush before it opens")
  final void stream_12_showsWhatTheUnitHasSaved() {
    inWrite(
        unit -> {
          unit.save(new Movie("saved", LocalDate.of(2015, 4, 2)));
          assertThat(unit.streamMovies().map(Movie::getTitle)).containsExactly("saved");
        });
  }
}
