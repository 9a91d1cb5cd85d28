package dev.screentest.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.screentest.testbed.Conditions;
import dev.screentest.testbed.meter.WireCounts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGStatement;

/** What holds in a pool of every library, and what a library is known not to do. */
class PoolLibraryTest {
  /** They cannot tell for how long a connection lay idle, so they try each that they lend. */
  private static final Set<PoolLibrary> TRYING_ALWAYS =
      EnumSet.of(PoolLibrary.DBCP2, PoolLibrary.C3P0);

  /** It would cost them a statement at each borrow or return. */
  private static final Set<PoolLibrary> KEEPING_ISOLATION =
      EnumSet.of(PoolLibrary.DBCP2, PoolLibrary.VIBUR);

  private static final Duration SHORT = Duration.ofSeconds(1);

  /** By how much clocks may differ. */
  private static final Duration CLOCKS = Duration.ofMillis(20);

  private static Workspace workspace;

  @BeforeAll
  static void createWorkspace() {
    workspace = SharedDatabase.get().createWorkspace("tests of all pools");
  }

  @AfterAll
  static void dropWorkspace() {
    workspace.close();
  }

  private static PoolOptions options(PoolLibrary library) {
    return PoolOptions.defaults().withLibrary(library);
  }

  private static PoolState state(PoolLibrary library, int active, int idle) {
    return new PoolState(
        active, idle, active + idle, library == PoolLibrary.VIBUR ? PoolState.UNTOLD : 0);
  }

  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void fillsItselfAndSaysWhoHasWhat(PoolLibrary library) throws SQLException {
    try (PooledDatabase pool = workspace.openPool(options(library).withSize(3))) {
      pool.awaitFull();
      assertThat(pool.poolState()).isEqualTo(state(library, 0, 3));
      try (Connection borrowed = pool.dataSource().getConnection()) {
        assertThat(borrowed.getSchema()).isEqualTo(workspace.schema());
        assertThat(pool.poolState()).isEqualTo(state(library, 1, 2));
      }
      assertThat(pool.poolState()).isEqualTo(state(library, 0, 3));
    }
  }

  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void opensMoreThanItKeepsAndThenLetsBorrowersWaitInVain(PoolLibrary library) throws SQLException {
    Duration patience = Duration.ofSeconds(2);
    PoolOptions options = options(library).withSizes(1, 2).withConnectionTimeout(patience);
    try (PooledDatabase pool = workspace.openPool(options);
        Connection kept = pool.dataSource().getConnection()) {
      try (Connection overflow = pool.dataSource().getConnection()) {
        assertThat(backend(overflow)).isNotEqualTo(backend(kept));
        assertThat(pool.poolState().active()).isEqualTo(2);
        assertThat(pool.poolState().total()).isEqualTo(2);
        long asked = System.nanoTime();
        assertThatThrownBy(() -> pool.dataSource().getConnection())
            .isInstanceOf(SQLException.class)
            .message()
            .containsPattern("(?i)time(d )?out|within \\S+ ms");
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
            .isGreaterThanOrEqualTo(patience.minus(CLOCKS));
      }
      assertThatCode(() -> pool.dataSource().getConnection().close()).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void aWaitingBorrowerGetsWhatIsReturned(PoolLibrary library) throws Exception {
    try (PooledDatabase pool = workspace.openPool(options(library).withSize(1))) {
      int backend;
      CompletableFuture<Integer> waiter;
      try (Connection only = pool.dataSource().getConnection()) {
        backend = backend(only);
        waiter = CompletableFuture.supplyAsync(() -> backendOf(pool));
        if (library != PoolLibrary.VIBUR) {
          Conditions.await("somebody waits", () -> pool.poolState().waiting() == 1);
        }
        assertThat(waiter).isNotDone();
      }
      assertThat(waiter.get(30, TimeUnit.SECONDS)).isEqualTo(backend);
    }
  }

  @ParameterizedTest
  @EnumSource(value = PoolLibrary.class, mode = EnumSource.Mode.EXCLUDE, names = "HIKARICP")
  void closesOverflowThatNobodyNeeds(PoolLibrary library) throws SQLException {
    PoolOptions options =
        options(library)
            .withSizes(1, 2)
            .withConnectionTimeout(Duration.ofSeconds(5))
            .withLifetimes(SHORT, Duration.ZERO, Duration.ZERO);
    try (PooledDatabase pool = workspace.openPool(options)) {
      try (Connection kept = pool.dataSource().getConnection();
          Connection overflow = despiteTheReaper(pool)) {
        assertThat(backend(overflow)).isNotEqualTo(backend(kept));
        assertThat(pool.poolState().total()).isEqualTo(2);
      }
      Conditions.await("one is closed", () -> pool.poolState().total() == 1);
    }
  }

  /**
   * Agroal's reaper takes a connection for a moment to see how long it lay idle. Who wants just
   * that one meanwhile is not told when it is free again, and waits in vain; the next one gets it.
   */
  private static Connection despiteTheReaper(PooledDatabase pool) throws SQLException {
    try {
      return pool.dataSource().getConnection();
    } catch (SQLException waitedInVain) {
      return pool.dataSource().getConnection();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AGROAL", "DBCP2", "C3P0"})
  void replacesConnectionsThatAreOlderThanTheLimit(PoolLibrary library) {
    PoolOptions options =
        options(library).withSize(1).withLifetimes(Duration.ZERO, SHORT, Duration.ZERO);
    try (PooledDatabase pool = workspace.openPool(options)) {
      int first = backendOf(pool);
      Conditions.await("another connection", () -> backendOf(pool) != first);
    }
  }

  /**
   * HikariCP takes no limit under 30 s from its configuration; what it offers to management at run
   * time holds for the connections that it opens from then on, and is not checked.
   */
  @Test
  void hikariReplacesConnectionsThatAreOlderThanTheLimit() throws SQLException {
    PoolOptions options =
        PoolOptions.defaults()
            .withSize(1)
            .withLifetimes(Duration.ZERO, Duration.ofSeconds(30), Duration.ZERO);
    try (PooledDatabase pool = workspace.openPool(options)) {
      HikariDataSource library = pool.dataSource().unwrap(HikariDataSource.class);
      assertThat(library.getMaxLifetime()).isEqualTo(30_000);
      library.getHikariConfigMXBean().setMaxLifetime(SHORT.toMillis());
      int opened = backendOf(pool);
      library.getHikariPoolMXBean().softEvictConnections();
      Conditions.await("a connection with the new limit", () -> backendOf(pool) != opened);
      int first = backendOf(pool);
      Conditions.await("another connection", () -> backendOf(pool) != first);
    }
  }

  @Test
  void viburSaysThatItKnowsNoLimitOfAge() {
    assertThatThrownBy(
            () ->
                options(PoolLibrary.VIBUR)
                    .withLifetimes(Duration.ZERO, Duration.ofMinutes(1), Duration.ZERO))
        .hasMessage("maxLifetime of a pool is PT1M but must be zero, since Vibur DBCP knows none");
  }

  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void doesNotLendABrokenConnectionWhenItTriesEach(PoolLibrary library) throws SQLException {
    try (PooledDatabase pool =
        workspace.openPool(options(library).withSize(2).withValidateEachBorrow(true))) {
      pool.awaitFull();
      int first;
      int second;
      try (Connection one = pool.dataSource().getConnection();
          Connection other = pool.dataSource().getConnection()) {
        first = backend(one);
        second = backend(other);
      }
      terminate(first);
      terminate(second);
      assertThat(backendOf(pool)).isNotIn(first, second);
      assertThat(backendOf(pool)).isNotIn(first, second);
    }
  }

  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void triesEachThatItLendsWhenAsked(PoolLibrary library) throws SQLException {
    assertThat(validationsOfThreeBorrows(options(library).withValidateEachBorrow(true)))
        .isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void triesOnlyWhatLayIdleWhereItCanTell(PoolLibrary library) throws SQLException {
    assertThat(validationsOfThreeBorrows(options(library)))
        .isEqualTo(TRYING_ALWAYS.contains(library) ? 3 : 0);
  }

  /** The first borrow comes before, so that none of the three finds a connection that lay idle. */
  private static long validationsOfThreeBorrows(PoolOptions options) throws SQLException {
    try (PooledDatabase pool = workspace.openPool(options.withSize(1))) {
      pool.dataSource().getConnection().close();
      WireCounts counts =
          pool.wire()
              .measure(
                  () -> {
                    for (int i = 0; i < 3; i++) {
                      pool.dataSource().getConnection().close();
                    }
                  });
      assertThat(counts.statements()).isZero();
      assertThat(counts.workRoundTrips()).isZero();
      return counts.validations();
    }
  }

  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void nothingOfABorrowerIsLeftToTheNext(PoolLibrary library) throws SQLException {
    try (PooledDatabase pool = workspace.openPool(options(library).withSize(1))) {
      try (Connection careless = pool.dataSource().getConnection()) {
        careless.setAutoCommit(false);
        execute(careless, "insert into movies (id, title) values (1, 'Left open')");
      }
      try (Connection careless = pool.dataSource().getConnection()) {
        assertThat(careless.getAutoCommit()).isTrue();
        assertThat(single(careless, "select count(*) from movies")).isZero();
        careless.setReadOnly(true);
        careless.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      }
      try (Connection next = pool.dataSource().getConnection()) {
        assertThat(next.isReadOnly()).isFalse();
        assertThat(next.getTransactionIsolation())
            .isEqualTo(
                KEEPING_ISOLATION.contains(library)
                    ? Connection.TRANSACTION_SERIALIZABLE
                    : Connection.TRANSACTION_READ_COMMITTED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void closesWhatABorrowerLeftOpenUnlessItIsVibur(PoolLibrary library) throws SQLException {
    try (PooledDatabase pool = workspace.openPool(options(library).withSize(1))) {
      Statement leftOpen;
      try (Connection careless = pool.dataSource().getConnection()) {
        leftOpen = (Statement) careless.createStatement().unwrap(PGStatement.class);
      }
      assertThat(leftOpen.isClosed()).isEqualTo(library != PoolLibrary.VIBUR);
      leftOpen.close();
    }
  }

  private static int backendOf(PooledDatabase pool) {
    try (Connection connection = pool.dataSource().getConnection()) {
      return backend(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int backend(Connection connection) throws SQLException {
    return single(connection, "select pg_backend_pid()");
  }

  private static void terminate(int backend) throws SQLException {
    try (Connection witness = workspace.connect()) {
      execute(witness, "select pg_terminate_backend(" + backend + ")");
      while (single(witness, "select count(*) from pg_stat_activity where pid = " + backend) > 0) {
        Thread.onSpinWait();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int single(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
