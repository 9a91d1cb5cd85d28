package dev.screentest.hibernate;

import static dev.screentest.hibernate.TestStore.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.meter.WireCounts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stateless session would do to casts if it saw them. */
class StatelessUnitTest {

  private static final int MOVIES = 200;

  private TestStore database;

  @BeforeEach
  void open() {
    database = new TestStore(StatelessUnitTest.class, HibernateVariant.STATELESS);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void moviesWithCastsAreInsertedInBatchesThatNoIdAndNoRoleCuts() {
    List<Movie> movies =
        IntStream.range(0, MOVIES)
            .mapToObj(
                i -> {
                  Movie movie = new Movie("movie " + i, null);
                  movie.addActor(new Actor("actor " + i, null));
                  return movie;
                })
            .toList();
    database.in(
        UnitKind.WRITE,
        unit -> {
          WireCounts counts = database.counts(() -> unit.saveAll(movies, InsertStrategy.BULK));
          assertThat(counts.workRoundTrips()).as("one for each of three tables").isEqualTo(3);
          assertThat(counts.rowsAffected()).isEqualTo(3 * MOVIES);
        });
    assertThat(movies).allSatisfy(movie -> assertThat(movie.getActors()).hasSize(1));
  }

  @Test
  void aChangeOfATitleLeavesTheLoadedCastAlone() {
    Movie movie = database.savedMovies(1).get(0);
    database.in(
        UnitKind.WRITE,
        unit -> {
          Movie loaded =
              unit.moviesWithCast(IdRange.of(id(movie)), FetchDepth.ACTORS, FetchStrategy.JOINED)
                  .get(0);
          loaded.setTitle("changed");
          WireCounts counts = database.counts(() -> unit.save(loaded));
          assertThat(counts.statements()).isEqualTo(1);
          assertThat(counts.rowsAffected()).isEqualTo(1);
          assertThat(loaded.getActors()).hasSize(2);
        });
    database.in(
        UnitKind.READ,
        unit ->
            assertThat(unit.credits(IdRange.of(id(movie))))
                .extracting(credit -> credit.title() + ": " + credit.actorName())
                .containsExactly("changed: first of 0", "changed: second of 0"));
  }
}
