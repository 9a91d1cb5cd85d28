package dev.screentest.hibernate;

import static dev.screentest.hibernate.TestStore.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Merging graphs that another program has built, whose relations are not loaded, or are new. */
class MergeTest {

  private TestStore database;
  private long movieId;
  private Actor playing;
  private Actor elsewhere;

  @BeforeEach
  void saveTwoMovies() {
    database = new TestStore(MergeTest.class);
    List<Movie> movies = database.savedMovies(2);
    Long id = movies.get(0).getId();
    assertThat(id).isNotNull();
    movieId = id;
    playing = movies.get(0).getActors().iterator().next();
    elsewhere = movies.get(1).getActors().iterator().next();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void relationsThatAreNotLoadedStayUntouched() {
    Actor renamed = new Actor(id(playing), "renamed", null);
    renamed.setStuntman(stuntman(playing));
    database.in(
        UnitKind.WRITE,
        unit -> {
          unit.merge(new Movie(movieId, "renamed", null));
          unit.merge(renamed);
        });

    database.in(
        UnitKind.READ,
        unit -> {
          Movie movie = read(unit);
          assertThat(movie.getTitle()).isEqualTo("renamed");
          assertThat(movie.getActors())
              .extracting(Actor::getName)
              .containsExactly("renamed", "second of 0");
          assertThat(movie.getActors().iterator().next().getContactDetails()).hasSize(2);
        });
  }

  @Test
  void aCastOfStoredAndNewActorsIsReadByTwoStatementsHoweverManyTheyAre() {
    Movie movie = new Movie(movieId, "recast", null);
    movie.setActors(new LinkedHashSet<>());
    movie.getActors().add(new Actor(id(playing), "stays", null));
    movie.getActors().add(new Actor(id(elsewhere), "joins", null));
    Actor second = new Actor("new", null);
    second.addContactDetails(new ContactDetails("3", "new home"));
    movie.getActors().add(second);

    database.in(
        UnitKind.WRITE,
        unit -> assertThat(database.statements(() -> unit.merge(movie))).isEqualTo(2));

    database.in(
        UnitKind.READ,
        unit -> {
          List<Actor> cast = List.copyOf(read(unit).getActors());
          assertThat(cast).extracting(Actor::getName).containsExactly("stays", "joins", "new");
          assertThat(cast).extracting(Actor::getStuntman).containsOnlyNulls();
          assertThat(cast)
              .extracting(actor -> actor.getContactDetails().size())
              .containsExactly(2, 2, 1);
        });
  }

  @Test
  void theCastIsNotReadForAMovieWhoseCastIsNotLoaded() {
    database.in(
        UnitKind.WRITE,
        unit ->
            assertThat(database.statements(() -> unit.merge(new Movie(movieId, "renamed", null))))
                .isEqualTo(1));
  }

  private static Stuntman stuntman(Actor actor) {
    Stuntman stuntman = actor.getStuntman();
    assertThat(stuntman).isNotNull();
    Long id = stuntman.getId();
    assertThat(id).isNotNull();
    return new Stuntman(id, stuntman.getName(), stuntman.isActive());
  }

  private Movie read(UnitOfWork unit) {
    return unit.moviesWithCast(
            IdRange.of(movieId), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED)
        .get(0);
  }
}
