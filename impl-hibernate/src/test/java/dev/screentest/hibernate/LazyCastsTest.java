package dev.screentest.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import java.util.List;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What batch fetching promises, whatever the unit has read before. */
class LazyCastsTest {

  private static final IdRange ALL = new IdRange(1, Long.MAX_VALUE);
  private static final int MOVIES = 5;

  private TestStore database;

  @BeforeEach
  void saveMovies() {
    database = new TestStore(LazyCastsTest.class);
    database.savedMovies(MOVIES);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void batchesHoldWhatTheUnitHasReadBefore() {
    database.in(
        UnitKind.READ,
        unit -> {
          unit.allMovies();
          assertThat(database.statements(() -> fetch(unit, FetchDepth.ACTORS))).isEqualTo(2);
          assertThat(database.statements(() -> fetch(unit, FetchDepth.CONTACT_DETAILS)))
              .as("movies, and the contact details of actors who are there already")
              .isEqualTo(2);
          assertThat(database.statements(() -> fetch(unit, FetchDepth.CONTACT_DETAILS)))
              .as("everything is there")
              .isEqualTo(1);
        });
  }

  @Test
  void aSetThatIsTouchedBetweenTwoBatchesIsFetchedAlone() {
    database.in(
        UnitKind.READ,
        unit -> {
          Movie movie = fetch(unit, FetchDepth.ACTORS).get(0);
          Actor actor = movie.getActors().iterator().next();
          assertThat(database.statements(() -> Hibernate.initialize(actor.getContactDetails())))
              .isEqualTo(1);
          assertThat(database.statements(() -> fetch(unit, FetchDepth.CONTACT_DETAILS)))
              .isEqualTo(2);
        });
  }

  @Test
  void oneByOneStaysOneByOneAfterABatch() {
    database.in(
        UnitKind.READ,
        unit -> {
          fetch(unit, FetchDepth.ACTORS);
          assertThat(
                  database.statements(
                      () ->
                          unit.moviesWithCast(
                              ALL, FetchDepth.CONTACT_DETAILS, FetchStrategy.N_PLUS_ONE)))
              .isEqualTo(1 + 2 * MOVIES);
        });
  }

  private static List<Movie> fetch(UnitOfWork unit, FetchDepth depth) {
    return unit.moviesWithCast(ALL, depth, FetchStrategy.BATCHED);
  }
}
