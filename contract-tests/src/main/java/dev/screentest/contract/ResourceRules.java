package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.DatabaseErrorException;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is given back: connections, statements, transactions, settings. */
@NeedsServer
abstract class ResourceRules extends Rules {

  ResourceRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check that the connection is given back in a finally, whatever the work throws")
  final void res_1_thePoolIsFullAfterEveryOutcome() {
    for (UnitKind kind : UnitKind.values()) {
      inUnit(kind, UnitOfWork::countMovies);
      assertPoolIsFull("a unit that returned");
      List<Throwable> failures =
          List.of(
              new IllegalStateException("unchecked"),
              new IOException("checked"),
              new StackOverflowError("error"),
              new NotFoundException("of the store"));
      for (Throwable failure : failures) {
        assertThatThrownBy(() -> failing(kind, failure)).isSameAs(failure);
        assertPoolIsFull("a unit that threw " + failure);
      }
      assertThatThrownBy(() -> inUnit(kind, unit -> unit.moviesPage(MovieOrder.ID, -1, 1)))
          .isInstanceOf(InvalidArgumentException.class);
      assertPoolIsFull("a unit in which the store threw");
      inUnit(kind, unit -> {});
      assertPoolIsFull("an empty unit");
    }
  }

  private void failing(UnitKind kind, Throwable failure) throws Exception {
    store()
        .inUnit(
            kind,
            unit -> {
              unit.countMovies();
              if (failure instanceof Error error) {
                throw error;
              }
              throw (Exception) failure;
            });
  }

  private void assertPoolIsFull(String after) {
    assertThat(server().borrowed()).as("connections not given back after %s", after).isZero();
  }

  @Test
  @IfThisFails("check what asks for a second connection: blocks of ids, lazy loading, a cursor")
  final void res_2_oneConnectionIsEnoughForEverything() {
    given(CatalogueRows.tutorial());
    PooledDatabase one =
        server()
            .openPool(
                PoolOptions.defaults().withSize(1).withConnectionTimeout(Duration.ofMillis(500)));
    Tour.walk(server().openStore(one.dataSource()), variant());
    assertThat(one.poolState().active()).isZero();
    assertThat(one.wire().counts().connections()).isEqualTo(1);
  }

  @Test
  @IfThisFails("check that a unit keeps its one connection, and a unit inside takes a second one")
  final void res_3_aUnitUsesOneConnectionAndAUnitInsideASecond() {
    for (UnitKind kind : UnitKind.values()) {
      inUnit(
          kind,
          unit -> {
            unit.countMovies();
            unit.allMovies();
            assertThat(server().borrowed())
                .as("connections in use by a unit of kind %s", kind)
                .isLessThanOrEqualTo(1);
            inWrite(
                inner -> {
                  inner.countMovies();
                  assertThat(server().borrowed())
                      .as("connections in use by a unit inside one of kind %s", kind)
                      .isLessThanOrEqualTo(2);
                });
          });
    }
  }

  @Test
  @IfThisFails("check what the framework asks the database at its start, and give it the answers")
  final void res_4_openingAStoreDoesNotConnect() {
    DataSourceTap tap = new DataSourceTap(server().pool().dataSource());
    MovieStore store = server().openStore(tap);
    assertThat(tap.connections()).as("connections asked for by opening a store").isZero();
    assertThat(store.<Long, RuntimeException>query(UnitOfWork::countMovies)).isZero();
    assertThat(tap.connections()).as("connections asked for by the first unit").isEqualTo(1);
  }

  @Test
  @IfThisFails("check that statements are closed where they are made, also on the way of an error")
  final void res_5_statementsAreClosedBeforeTheConnectionIsGivenBack() {
    given(CatalogueRows.tutorial());
    DataSourceTap tap = new DataSourceTap(server().pool().dataSource());
    MovieStore store = server().openStore(tap);
    Tour.walk(store, variant());
    server().execute("alter table movies rename to movies_away");
    try {
      for (UnitKind kind : UnitKind.values()) {
        assertThatThrownBy(() -> store.inUnit(kind, UnitOfWork::countMovies))
            .isInstanceOf(DatabaseErrorException.class);
      }
    } finally {
      server().execute("alter table movies_away rename to movies");
    }
    assertThat(tap.statements()).as("statements made").isPositive();
    assertThat(tap.leaks())
        .as("statements still open when their connection was given back")
        .isEmpty();
  }

  @Test
  @IfThisFails("check that a store closes what is its own: the data source belongs to the caller")
  final void res_6_closingAStoreLeavesTheDataSourceOpen() throws SQLException {
    MovieStore store = server().openStore(server().pool().dataSource());
    assertThat(store.<Long, RuntimeException>query(UnitOfWork::countMovies)).isZero();
    store.close();
    try (Connection connection = server().pool().dataSource().getConnection()) {
      assertThat(connection.isValid(5)).isTrue();
    }
    assertThat(store().<Long, RuntimeException>query(UnitOfWork::countMovies)).isZero();
  }

  @Test
  @IfThisFails("check that close remembers that it was called")
  final void res_7_closingAStoreTwiceIsHarmless() {
    MovieStore store = server().openStore(server().pool().dataSource());
    store.close();
    store.close();
  }

  @Test
  @IfThisFails("check for state in static fields, and that blocks of ids come from the sequence")
  final void res_8_storesOnOneDatabaseDoNotGetInEachOthersWay() {
    MovieStore other = server().openStore(server().pool().dataSource());
    List<Movie> movies = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Movie movie = new Movie("movie " + i, null);
      movies.add(movie);
      (i % 2 == 0 ? store() : other)
          .write(
              unit -> {
                unit.save(movie);
                return unit;
              });
    }
    assertThat(movies).extracting(Movie::getId).doesNotHaveDuplicates();
    assertThat(rows()).hasSize(60);
  }

  @Test
  @IfThisFails("check what the unit sets on its connection: who set it sets it back")
  final void res_9_aConnectionIsGivenBackAsItWasTaken() throws SQLException {
    given(CatalogueRows.tutorial());
    try (Connection physical = server().connect()) {
      MovieStore store = server().openStore(new LendingDataSource(physical));
      for (UnitKind kind : UnitKind.values()) {
        store.inUnit(kind, UnitOfWork::countMovies);
        assertThat(physical.getAutoCommit()).as("autocommit after %s", kind).isTrue();
        assertThat(physical.isReadOnly()).as("read-only after %s", kind).isFalse();
        assertThat(physical.getTransactionIsolation())
            .as("isolation after %s", kind)
            .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      }
    }
  }

  @Test
  @IfThisFails("check for SET without LOCAL: a pool does not reset what a session was told")
  final void res_10_settingsOfTheSessionAreLeftAlone() {
    given(CatalogueRows.tutorial());
    List<String> sent = server().observe(() -> Tour.walk(store(), variant())).statements();
    assertThat(sent)
        .isNotEmpty()
        .noneMatch(
            sql -> {
              String start = sql.strip().toLowerCase(Locale.ROOT);
              return start.startsWith("set ")
                  && !start.startsWith("set local")
                  && !start.startsWith("set transaction");
            });
  }

  @Test
  @IfThisFails("check what is left behind by units that fail, one after the other")
  final void res_11_aHundredFailedUnitsExhaustNothing() {
    PooledDatabase two =
        server()
            .openPool(
                PoolOptions.defaults().withSize(2).withConnectionTimeout(Duration.ofMillis(500)));
    MovieStore store = server().openStore(two.dataSource());
    Stream.of(UnitKind.values())
        .forEach(
            kind -> {
              for (int i = 0; i < 33; i++) {
                IllegalStateException failure = new IllegalStateException("unit " + i);
                assertThatThrownBy(
                        () ->
                            store.inUnit(
                                kind,
                                unit -> {
                                  unit.countMovies();
                                  throw failure;
                                }))
                    .isSameAs(failure);
              }
            });
    store.write(
        unit -> {
          unit.saveAll(List.of(new Movie("last", null)), InsertStrategy.BATCHED);
          return unit;
        });
    assertThat(two.poolState().active()).isZero();
    assertThat(rows()).hasSize(1);
  }
}
