package dev.screentest.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How transactions end, also those that do not end as they should. */
class JdbiTransactionTest {

  private static final LocalDate DAY = LocalDate.of(2013, 8, 23);

  private static final MovieStoreProvider PROVIDER = new JdbiMovieStoreProvider();

  private static Workspace workspace;
  private static PooledDatabase pool;

  @BeforeAll
  static void openPool() {
    workspace = SharedDatabase.get().createWorkspace("how Jdbi ends transactions");
    pool = workspace.openPool(PoolOptions.defaults().withSize(1));
    pool.awaitFull();
  }

  @AfterAll
  static void dropWorkspace() {
    workspace.close();
  }

  @BeforeEach
  void empty() {
    workspace.truncate();
  }

  private static List<Variant> variants() {
    return PROVIDER.variants();
  }

  private static Stream<Named<Variant>> namedVariants() {
    return variants().stream().map(variant -> Named.of(variant.name(), variant));
  }

  @ParameterizedTest
  @EnumSource
  void theConnectionGoesBackAsItWasFound(UnitKind kind) throws SQLException {
    try (Connection connection = workspace.connect()) {
      MovieStore store = PROVIDER.open(lending(connection, Set.of()), variants().get(0));

      for (boolean autoCommit : new boolean[] {true, false}) {
        connection.setAutoCommit(autoCommit);
        store.inUnit(kind, unit -> "nothing");

        assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
        assertThat(connection.isReadOnly()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("namedVariants")
  void aRollbackThatFailsIsNoCommit(Variant variant) throws SQLException {
    try (Connection connection = workspace.connect()) {
      MovieStore store = PROVIDER.open(lending(connection, Set.of("rollback")), variant);

      assertThatThrownBy(
              () ->
                  store.write(
                      unit -> {
                        unit.save(new Movie("never to be seen", DAY));
                        throw new IllegalArgumentException("the caller's own");
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .satisfies(
              thrown ->
                  assertThat(thrown.getSuppressed())
                      .singleElement()
                      .satisfies(
                          further ->
                              assertThat(further.getCause())
                                  .hasMessage("rollback is out of order")));

      assertThat(storedMovies()).isZero();
      assertThat(connection.isClosed()).as("given up").isTrue();
    }
  }

  @Test
  void aCommitThatFailsAndCannotBeRolledBackIsNoCommit() throws SQLException {
    try (Connection connection = workspace.connect()) {
      MovieStore store =
          PROVIDER.open(lending(connection, Set.of("commit", "rollback")), variants().get(0));

      assertThatThrownBy(
              () ->
                  store.write(
                      unit -> {
                        unit.save(new Movie("never to be seen", DAY));
                        return "saved";
                      }))
          .isInstanceOf(StoreException.class)
          .rootCause()
          .hasMessage("commit is out of order");

      assertThat(storedMovies()).isZero();
      assertThat(connection.isClosed()).as("given up").isTrue();
    }
  }

  @Test
  void aUnitThatReadsGivesUpItsConnectionToo() throws SQLException {
    try (Connection connection = workspace.connect()) {
      MovieStore store = PROVIDER.open(lending(connection, Set.of("rollback")), variants().get(0));

      assertThatThrownBy(
              () ->
                  store.read(
                      unit -> {
                        unit.countMovies();
                        throw new IllegalArgumentException("the caller's own");
                      }))
          .isInstanceOf(IllegalArgumentException.class);

      assertThat(connection.isClosed()).as("given up").isTrue();
    }
  }

  @Test
  void thePoolReplacesAConnectionThatWasGivenUp() throws SQLException {
    long before = backend();
    DataSource source =
        proxy(
            DataSource.class,
            (self, method, arguments) ->
                without(Set.of("rollback"), pool.dataSource().getConnection(), false));
    MovieStore store = PROVIDER.open(source, variants().get(0));

    assertThatThrownBy(
            () ->
                store.write(
                    unit -> {
                      unit.save(new Movie("never to be seen", DAY));
                      throw new IllegalArgumentException("the caller's own");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(backend()).isNotEqualTo(before);
    assertThat(storedMovies()).isZero();
  }

  private static long backend() throws SQLException {
    try (Connection connection = pool.dataSource().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long storedMovies() {
    try (MovieStore store = PROVIDER.open(pool.dataSource(), variants().get(0))) {
      return store.query(UnitOfWork::countMovies);
    }
  }

  /** Makes a data source that lends one connection again and again, with methods out of order. */
  private static DataSource lending(Connection connection, Set<String> broken) {
    Connection loan = without(broken, connection, true);
    return proxy(DataSource.class, (self, method, arguments) -> loan);
  }

  private static Connection without(Set<String> broken, Connection connection, boolean lent) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (broken.contains(method.getName())) {
            throw new SQLException(method.getName() + " is out of order");
          }
          if (lent && method.getName().equals("close")) {
            return null;
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
