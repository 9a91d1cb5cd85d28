package dev.screentest.contract;

import static dev.screentest.contract.Row.movie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.screentest.domain.Capability;
import dev.screentest.domain.CommitUnknownException;
import dev.screentest.domain.ConflictException;
import dev.screentest.domain.ConnectionLostException;
import dev.screentest.domain.DatabaseErrorException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.StoreTimeoutException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What callers learn when the database, the network or somebody else is in the way. */
@NeedsServer
abstract class FailureRules extends Rules {

  private static final String POOL = "com.zaxxer.hikari";

  FailureRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check the translation of SQLSTATE 40P01, and that the victim rolls back")
  final void fail_1_aDeadlockIsAConflictForExactlyOne() throws Exception {
    given(movie(1, "before"), movie(2, "before"));
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> up = threads.submit(() -> renames(1, 2, bothHoldOne));
      Future<Boolean> down = threads.submit(() -> renames(2, 1, bothHoldOne));
      assertThat(List.of(up.get(60, TimeUnit.SECONDS), down.get(60, TimeUnit.SECONDS)))
          .as("whether each of the two units has committed")
          .containsExactlyInAnyOrder(true, false);
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(30, TimeUnit.SECONDS);
    }
    List<Row.MovieRow> movies = rows(Row.MovieRow.class);
    assertThat(movies.get(0).title())
        .as("titles, both by the unit that committed")
        .isEqualTo(movies.get(1).title())
        .startsWith("after");
  }

  /** Renames two movies and returns true, or false if the other unit was in the way. */
  private boolean renames(long first, long second, CyclicBarrier bothHoldOne) {
    String title = "after, from " + first;
    try {
      store()
          .write(
              unit -> {
                rename(unit, first, title);
                bothHoldOne.await(30, TimeUnit.SECONDS);
                rename(unit, second, title);
                return unit;
              });
      return true;
    } catch (ConflictException conflict) {
      return false;
    } catch (Exception e) {
      throw new AssertionError("a deadlock must be a ConflictException, not " + e, e);
    }
  }

  /** Renames a movie, and asks something, so that an update that was put off is sent. */
  private static void rename(UnitOfWork unit, long id, String title) {
    Movie movie = unit.findMovie(id).orElseThrow();
    movie.setTitle(title);
    unit.save(movie);
    assertThat(unit.existsMovieTitled(title)).isTrue();
  }

  @Test
  @IfThisFails("check the translation of SQLSTATE 55P03")
  final void fail_2_aLockThatDoesNotComeIsATimeout() throws SQLException {
    given(movie(1, "before"));
    MovieStore impatient =
        server()
            .openStore(
                server()
                    .openPool(
                        PoolOptions.defaults().withSize(1).withLockTimeout(Duration.ofMillis(100)))
                    .dataSource());
    try (Connection other = server().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select id from movies where id = 1 for update");
      assertThatExceptionOfType(StoreTimeoutException.class)
          .isThrownBy(
              () ->
                  impatient.write(
                      unit -> {
                        rename(unit, 1, "after");
                        return unit;
                      }));
      other.rollback();
    }
    assertThat(rows()).containsExactly(movie(1, "before"));
  }

  @Test
  @IfThisFails("check the translation of SQLSTATE 57014")
  final void fail_3_aStatementThatTakesTooLongIsATimeout() throws SQLException {
    MovieStore impatient =
        server()
            .openStore(
                server()
                    .openPool(
                        PoolOptions.defaults()
                            .withSize(1)
                            .withStatementTimeout(Duration.ofMillis(200)))
                    .dataSource());
    try (Connection other = server().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table movies in access exclusive mode");
      for (UnitKind kind : UnitKind.values()) {
        assertThatExceptionOfType(StoreTimeoutException.class)
            .as("a query that waits for too long in a unit of kind %s", kind)
            .isThrownBy(() -> impatient.inUnit(kind, UnitOfWork::countMovies));
      }
      other.rollback();
    }
    assertThat(impatient.<Long, RuntimeException>read(UnitOfWork::countMovies)).isZero();
  }

  @Test
  @IfThisFails("check the translation of the pool's exception, which has no SQLSTATE")
  final void fail_4_aConnectionThatDoesNotComeIsATimeout() {
    MovieStore small =
        server()
            .openStore(
                server()
                    .openPool(
                        PoolOptions.defaults()
                            .withSize(1)
                            .withConnectionTimeout(Duration.ofMillis(250)))
                    .dataSource());
    small.write(
        unit -> {
          unit.save(new Movie("outer", null));
          assertThat(unit.countMovies()).isEqualTo(1);
          assertThatExceptionOfType(StoreTimeoutException.class)
              .as("a second unit on a pool of one connection")
              .isThrownBy(() -> small.read(UnitOfWork::countMovies));
          return unit;
        });
    assertThat(rows()).as("rows of the outer unit, which goes on").hasSize(1);
  }

  @Test
  @IfThisFails("check the translation of SQLSTATE 57P01 and of class 08")
  final void fail_5_aConnectionThatBreaksIsLostAndNothingIsStored() {
    server().allowLog(POOL);
    PooledDatabase pool = server().openPool(PoolOptions.defaults().withSize(1));
    MovieStore store = server().openStore(pool.dataSource());
    for (UnitKind kind : UnitKind.values()) {
      assertThatExceptionOfType(ConnectionLostException.class)
          .as("a connection that breaks in a unit of kind %s", kind)
          .isThrownBy(
              () -> {
                long backend = server().backendOf(pool);
                store.inUnit(
                    kind,
                    unit -> {
                      if (kind == UnitKind.WRITE) {
                        unit.save(new Movie("lost", null));
                      }
                      unit.countMovies();
                      server().kill(backend);
                      return unit.countMovies();
                    });
              });
      assertThat(store.<Long, RuntimeException>read(UnitOfWork::countMovies))
          .as("movies seen by the next unit")
          .isZero();
    }
  }

  @Test
  @IfThisFails("check that a rollback which fails does not hide why it was tried")
  final void fail_6_theCallersExceptionGoesThroughThoughTheConnectionIsLost() {
    server().allowLog(POOL);
    PooledDatabase pool = server().openPool(PoolOptions.defaults().withSize(1));
    MovieStore store = server().openStore(pool.dataSource());
    long backend = server().backendOf(pool);
    IllegalStateException failure = new IllegalStateException("of the work");
    assertThatThrownBy(
            () ->
                store.write(
                    unit -> {
                      unit.save(new Movie("lost", null));
                      assertThat(unit.countMovies()).isEqualTo(1);
                      server().kill(backend);
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(rows()).isEmpty();
  }

  @Test
  @IfThisFails(
      "check that opening a store does not connect, and that class 08 is a lost connection")
  final void fail_7_aServerThatCannotBeReachedIsFoundByTheFirstUnit() {
    DataSourceTap unreachable =
        new DataSourceTap(new RefusingDataSource(new SQLException("Connection refused", "08001")));
    MovieStore store = server().openStore(unreachable);
    for (UnitKind kind : UnitKind.values()) {
      assertThatExceptionOfType(ConnectionLostException.class)
          .as("the first unit of kind %s", kind)
          .isThrownBy(() -> store.inUnit(kind, UnitOfWork::countMovies));
    }
  }

  @Test
  @IfThisFails("check that an error of the commit itself, without an answer, is told apart")
  final void fail_8_aConnectionThatBreaksDuringTheCommitLeavesItUnknown() {
    server().allowLog(POOL);
    PooledDatabase pool = server().openPool(PoolOptions.defaults().withSize(1));
    long backend = server().backendOf(pool);
    MovieStore store =
        server().openStore(new DataSourceTap(pool.dataSource(), () -> server().kill(backend)));
    assertThatExceptionOfType(CommitUnknownException.class)
        .isThrownBy(
            () ->
                store.write(
                    unit -> {
                      unit.save(new Movie("who knows", null));
                      return unit;
                    }));
    assertThat(pool.poolState().active()).as("connections not given back").isZero();
  }

  @Test
  @IfThisFails("check that every other error of the database has its message and SQLSTATE")
  final void fail_9_anythingElseIsADatabaseError() {
    server().execute("alter table movies rename to movies_away");
    try {
      for (UnitKind kind : UnitKind.values()) {
        assertThatExceptionOfType(DatabaseErrorException.class)
            .as("a missing table in a unit of kind %s", kind)
            .isThrownBy(() -> store().inUnit(kind, UnitOfWork::countMovies))
            .withMessageContaining("movies")
            .withMessageContaining("42P01");
      }
    } finally {
      server().execute("alter table movies_away rename to movies");
    }
    assertThat(store().<Long, RuntimeException>read(UnitOfWork::countMovies)).isZero();
  }

  @Test
  @Needs(Capability.STREAM)
  @IfThisFails("check that errors of a later fetch are translated like those of the first")
  final void fail_10_aConnectionThatBreaksInTheMiddleOfAStreamIsLost() {
    server().allowLog(POOL);
    server()
        .execute(
            "insert into movies (title) select 'movie ' || i from generate_series(1, 50000) i");
    PooledDatabase pool = server().openPool(PoolOptions.defaults().withSize(1));
    MovieStore store = server().openStore(pool.dataSource());
    long backend = server().backendOf(pool);
    assertThatExceptionOfType(ConnectionLostException.class)
        .isThrownBy(
            () ->
                store.read(
                    unit -> {
                      Iterator<Movie> movies = unit.streamMovies().iterator();
                      movies.next();
                      server().kill(backend);
                      long rest = 0;
                      while (movies.hasNext()) {
                        movies.next();
                        rest++;
                      }
                      return rest;
                    }));
  }

  @Test
  @IfThisFails("check that a unit which only reads has nothing that could be stored or not")
  final void fail_11_theEndOfAUnitThatOnlyReadsIsNeverUnknown() {
    server().allowLog(POOL);
    PooledDatabase pool = server().openPool(PoolOptions.defaults().withSize(1));
    long backend = server().backendOf(pool);
    MovieStore store =
        server().openStore(new DataSourceTap(pool.dataSource(), () -> server().kill(backend)));
    Throwable failure =
        catchThrowable(() -> store.<Long, RuntimeException>read(UnitOfWork::countMovies));
    if (failure != null) {
      assertThat(failure).isInstanceOf(ConnectionLostException.class);
    }
  }
}
