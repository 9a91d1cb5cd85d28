package dev.screentest.hibernate;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import dev.screentest.testbed.meter.WireCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store on tables of its own, with what several tests do to it. */
final class TestStore implements AutoCloseable {

  private final Workspace workspace;
  private final PooledDatabase pool;
  private final MovieStore store;

  /** Opens a store of the taught variant. */
  TestStore(Class<?> test) {
    this(test, HibernateVariant.TAUGHT);
  }

  TestStore(Class<?> test, HibernateVariant variant) {
    workspace = SharedDatabase.get().createWorkspace(test.getName());
    pool = workspace.openPool(PoolOptions.defaults().withSize(1));
    store = new HibernateMovieStoreProvider().open(pool.dataSource(), variant.variant());
  }

  MovieStore store() {
    return store;
  }

  /** Works in a unit. */
  void in(UnitKind kind, Consumer<UnitOfWork> work) {
    store.inUnit(
        kind,
        unit -> {
          work.accept(unit);
          return unit;
        });
  }

  /** Returns how many statements a step of a unit sends. */
  long statements(Runnable step) {
    return counts(step).statements();
  }

  /** Returns what a step of a unit costs on the wire. */
  WireCounts counts(Runnable step) {
    return pool.wire().<RuntimeException>measure(step::run);
  }

  /**
   * Saves movies, numbered from 0, with two actors each, of whom each has a stuntman and two
   * contact details.
   */
  List<Movie> savedMovies(int count) {
    List<Movie> movies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Movie movie = new Movie("movie " + i, null);
      movie.addActor(newActor("first of " + i));
      movie.addActor(newActor("second of " + i));
      movies.add(movie);
    }
    in(UnitKind.WRITE, unit -> unit.saveAll(movies, InsertStrategy.BATCHED));
    return movies;
  }

  private static Actor newActor(String name) {
    Actor actor = new Actor(name, null);
    actor.setStuntman(new Stuntman("stuntman of " + name, true));
    actor.addContactDetails(new ContactDetails("1", "home of " + name));
    actor.addContactDetails(new ContactDetails("2", "office of " + name));
    return actor;
  }

  /** Returns the id of an actor that was saved. */
  static long id(Actor actor) {
    return id(actor, actor.getId());
  }

  /** Returns the id of a movie that was saved. */
  static long id(Movie movie) {
    return id(movie, movie.getId());
  }

  private static long id(Object entity, @Nullable Long id) {
    if (id == null) {
      throw new AssertionError(entity + " was not saved");
    }
    return id;
  }

  @Override
  public void close() {
    store.close();
    workspace.close();
  }
}
