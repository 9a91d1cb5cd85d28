package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.Stuntman;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds when many threads use one store. */
abstract class ConcurrencyRules extends Rules {

  private static final int THREADS = 32;
  private static final int UNITS = 5;

  ConcurrencyRules(Stage stage) {
    super(stage);
  }

  /** Runs something on 32 threads that start together, and returns what they return. */
  private static <R> List<R> together(IntFunction<Callable<R>> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<R>> futures =
          IntStream.range(0, THREADS)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await(30, TimeUnit.SECONDS);
                            return work.apply(i).call();
                          }))
              .toList();
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
      // Whoever still works would write into the tables of the next test.
      threads.awaitTermination(30, TimeUnit.SECONDS);
    }
  }

  private static Movie graph(String name) {
    Movie movie = new Movie(name, null);
    Actor actor = new Actor(name, null);
    actor.setStuntman(new Stuntman(name, true));
    actor.addContactDetails(new ContactDetails(name, name));
    movie.addActor(actor);
    return movie;
  }

  /** Saves graphs in units of their own, and returns them. */
  private static List<Movie> save(MovieStore store, String name) {
    List<Movie> movies = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      List<Movie> graphs = List.of(graph(name + " first " + i), graph(name + " second " + i));
      store.write(
          unit -> {
            unit.saveAll(graphs, InsertStrategy.BATCHED);
            return unit;
          });
      movies.addAll(graphs);
    }
    return movies;
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check what the store shares between threads: sessions, batches, blocks of ids")
  final void conc_1_thirtyTwoThreadsSaveIntoOneStore() throws Exception {
    List<Movie> movies =
        ConcurrencyRules.<List<Movie>>together(i -> () -> save(store(), "thread " + i)).stream()
            .flatMap(List::stream)
            .toList();
    assertThat(movies).extracting(Movie::getId).doesNotHaveDuplicates();
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(GraphRows.of(movies));
  }

  @Test
  @IfThisFails("check for caches that units share")
  final void conc_2_thirtyTwoThreadsReadTheSameAndShareNoObject() throws Exception {
    given(CatalogueRows.tutorial());
    List<List<Movie>> results =
        together(
            i ->
                () ->
                    store()
                        .read(
                            unit ->
                                unit.moviesWithCast(
                                    new IdRange(1, 3),
                                    FetchDepth.CONTACT_DETAILS,
                                    FetchStrategy.BATCHED)));
    Set<Movie> objects = Collections.newSetFromMap(new IdentityHashMap<>());
    String expected = Facts.ofMovies(results.get(0));
    for (List<Movie> result : results) {
      Facts.assertThatMovies(result).isEqualTo(expected);
      objects.addAll(result);
    }
    assertThat(objects).as("different objects").hasSize(3 * THREADS);
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that one unit's rollback is nobody else's")
  final void conc_3_unitsThatFailDoNotHurtTheOthers() throws Exception {
    List<Movie> stored =
        ConcurrencyRules.<List<Movie>>together(
                i ->
                    () -> {
                      if (i % 2 == 0) {
                        return save(store(), "thread " + i);
                      }
                      for (int n = 0; n < UNITS; n++) {
                        fail("thread " + i);
                      }
                      return List.of();
                    })
            .stream()
            .flatMap(List::stream)
            .toList();
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(GraphRows.of(stored));
  }

  private void fail(String name) {
    IllegalStateException failure = new IllegalStateException(name);
    try {
      store()
          .write(
              unit -> {
                unit.save(graph(name));
                throw failure;
              });
    } catch (IllegalStateException expected) {
      assertThat(expected).isSameAs(failure);
    }
  }

  @Test
  @NeedsServer
  @Needs(Capability.CASCADE)
  @IfThisFails("check for a second connection inside a unit: many units would wait for each other")
  final void conc_4_manyThreadsOnFewConnectionsWaitAndFinish() throws Exception {
    PooledDatabase two = server().openPool(PoolOptions.defaults().withSize(2));
    MovieStore store = server().openStore(two.dataSource());
    List<Movie> movies =
        ConcurrencyRules.<List<Movie>>together(i -> () -> save(store, "thread " + i)).stream()
            .flatMap(List::stream)
            .toList();
    assertThat(movies).extracting(Movie::getId).doesNotHaveDuplicates();
    assertThat(rows(Row.MovieRow.class)).hasSize(movies.size());
  }

  @Test
  @NeedsServer
  @Needs(Capability.CASCADE)
  @IfThisFails("check that blocks of ids come from the sequence, for each store its own")
  final void conc_5_twoStoresAtOnceGiveDifferentIds() throws Exception {
    MovieStore other = server().openStore(server().pool().dataSource());
    List<Movie> movies =
        ConcurrencyRules.<List<Movie>>together(
                i -> () -> save(i % 2 == 0 ? store() : other, "thread " + i))
            .stream()
            .flatMap(List::stream)
            .toList();
    assertThat(movies).extracting(Movie::getId).doesNotHaveDuplicates();
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(GraphRows.of(movies));
  }
}
