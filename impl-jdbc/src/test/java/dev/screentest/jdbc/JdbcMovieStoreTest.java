package dev.screentest.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.Actor;
import dev.screentest.domain.CastList;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.Variant;
import dev.screentest.domain.Work;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import dev.screentest.testbed.meter.WireCounts;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for this implementation beyond the contract. */
class JdbcMovieStoreTest {

  private static final LocalDate DAY = LocalDate.of(2013, 8, 23);

  private static Workspace workspace;
  private static PooledDatabase pool;

  private final MovieStoreProvider provider = new JdbcMovieStoreProvider();
  private MovieStore store;

  @BeforeAll
  static void openPool() {
    workspace = SharedDatabase.get().createWorkspace("what is special to JDBC");
    pool = workspace.openPool(PoolOptions.defaults().withSize(1));
  }

  @AfterAll
  static void dropWorkspace() {
    workspace.close();
  }

  @BeforeEach
  void openStore() {
    workspace.truncate();
    store = provider.open(pool.dataSource(), provider.variants().get(0));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void isFoundUnderItsNameAndKnowsTheDriversVersion() {
    assertThat(ServiceLoader.load(MovieStoreProvider.class))
        .hasExactlyElementsOfTypes(JdbcMovieStoreProvider.class);
    assertThat(provider.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
  }

  @Test
  void hasVariantsWithStoresOfTheirOwn() {
    assertThat(provider.variants())
        .extracting(Variant::name)
        .containsExactly("taught", "by-name", "returning");
  }

  @Test
  void refusesAVariantThatItDoesNotHaveAndNamesThoseItHas() {
    Variant unknown = new Variant("telepathic", "reads minds", Map.of());

    assertThatThrownBy(() -> provider.open(pool.dataSource(), unknown))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContainingAll("telepathic", "taught", "by-name", "returning");
  }

  @Test
  void readsColumnsByTheNamesThatEveryQueryGivesThem() throws SQLException {
    store.write(
        unit -> {
          unit.save(movieWithEverything());
          return true;
        });
    try (Connection connection = workspace.connect()) {
      MovieStore byName =
          provider.open(withoutColumnsByIndex(connection), provider.variants().get(1));

      for (FetchStrategy strategy : FetchStrategy.values()) {
        assertThat(
                byName.query(
                    unit ->
                        unit.moviesWithCast(IdRange.of(1), FetchDepth.CONTACT_DETAILS, strategy)))
            .as("movies by %s", strategy)
            .hasSize(1);
      }
      assertThat(byName.query(unit -> unit.castLists(IdRange.of(1)))).hasSize(1);
      assertThatThrownBy(
              () -> provider.open(withoutColumnsByIndex(connection), taught()).query(ask()))
          .as("what is forbidden here is what the default does")
          .hasStackTraceContaining("column 1");
    }
  }

  private Variant taught() {
    return provider.variants().get(0);
  }

  private static Work<List<CastList>, RuntimeException> ask() {
    return unit -> unit.castLists(IdRange.of(1));
  }

  private static Movie movieWithEverything() {
    Movie movie = new Movie("Pain & Gain", DAY);
    Actor actor = new Actor("Dwayne Johnson", DAY);
    actor.setStuntman(new Stuntman("John Roe", true));
    actor.addContactDetails(new ContactDetails("423 555 5623", "Glendale, CA"));
    movie.addActor(actor);
    return movie;
  }

  @Nested
  class OnTheWire {

    @Test
    void returnedIdsTakeNoBlocksAndKeepTheirBatchFromBeingRewritten() {
      MovieStore returning = provider.open(pool.dataSource(), provider.variants().get(2));
      List<Movie> movies = movies(100);

      WireCounts counts =
          pool.wire()
              .measure(
                  () ->
                      returning.write(
                          unit -> {
                            unit.saveAll(movies, InsertStrategy.BATCHED);
                            return true;
                          }));

      assertThat(counts.idBlocks()).isZero();
      assertThat(counts.statements()).isEqualTo(100);
      assertThat(counts.workRoundTrips()).isEqualTo(1);
      assertThat(movies).extracting(Movie::getId).doesNotContainNull().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aUnitWithoutAStatementCostsNothing(UnitKind kind) {
      assertThat(measure(kind, unit -> {}).roundTrips()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"WRITE, 2", "READ, 2", "QUERY, 1"})
    void aTransactionBeginsTogetherWithItsFirstStatement(UnitKind kind, int roundTrips) {
      WireCounts counts = measure(kind, UnitOfWork::selectOne);

      assertThat(counts.roundTrips() - counts.validationRoundTrips()).isEqualTo(roundTrips);
    }

    @Test
    void aReadOnlyTransactionIsReadOnlyForTheServer() {
      List<String> statements = pool.wire().record(() -> store.read(UnitOfWork::selectOne));

      assertThat(statements).endsWith("BEGIN READ ONLY", "select 1", "COMMIT");
    }

    @Test
    void aBatchIsRewrittenToStatementsOfManyRows() {
      WireCounts counts =
          measure(UnitKind.WRITE, unit -> unit.saveAll(movies(1024), InsertStrategy.BATCHED));

      assertThat(counts.rowsAffected()).isEqualTo(1024);
      assertThat(counts.statements()).isEqualTo(2);
    }

    @Test
    void bulkIsOneStatementForTenThousandRowsOfATable() {
      int rows = ArrayInserter.ROWS_PER_STATEMENT;

      assertThat(bulk(rows).statements()).isEqualTo(1);
      assertThat(bulk(rows + 1).statements()).isEqualTo(2);
      assertThat(store.query(UnitOfWork::countMovies)).isEqualTo(2L * rows + 1);
    }

    private WireCounts bulk(int rows) {
      return measure(UnitKind.WRITE, unit -> unit.saveAll(movies(rows), InsertStrategy.BULK));
    }

    private WireCounts measure(UnitKind kind, Consumer<UnitOfWork> work) {
      return pool.wire()
          .measure(
              () ->
                  store.<Boolean, RuntimeException>inUnit(
                      kind,
                      unit -> {
                        work.accept(unit);
                        return true;
                      }));
    }
  }

  @Nested
  class ArraysOfTheServer {

    /** Every plane of Unicode, and whatever means something in an array's text format. */
    private static final List<String> TEXTS =
        List.of(
            "",
            " ",
            "null",
            "NULL",
            "{}",
            "{a,b}",
            ",",
            "\"quoted\"",
            "back\\slash",
            "'",
            "tab\tnewline\nreturn\r",
            "Ä€中",
            "😀\udbff\udffd",
            "\u0001\u007f\u0085\u2028\uffff");

    /** The driver reads text in the first executions of a statement, binary afterwards. */
    private static final int EXECUTIONS = 12;

    @ParameterizedTest
    @EnumSource(InsertStrategy.class)
    void giveBackEveryCharacterAndEveryNull(InsertStrategy strategy) {
      store.write(
          unit -> {
            unit.saveAll(List.of(movie()), strategy);
            return true;
          });

      for (int i = 0; i < EXECUTIONS; i++) {
        Movie found =
            store.query(
                unit ->
                    unit.moviesWithCast(
                            IdRange.of(1), FetchDepth.CONTACT_DETAILS, FetchStrategy.NESTED)
                        .get(0));

        assertThat(facts(found)).isEqualTo(facts(movie()));
      }
    }

    @Test
    void mayBeMissing() {
      store.write(
          unit -> {
            Movie movie = new Movie("without contact details", DAY);
            movie.addActor(new Actor("nobody", null));
            unit.saveAll(List.of(new Movie("without a cast", null), movie), InsertStrategy.BULK);
            return true;
          });

      for (int i = 0; i < EXECUTIONS; i++) {
        List<Movie> found =
            store.query(
                unit ->
                    unit.moviesWithCast(
                        new IdRange(1, 2), FetchDepth.CONTACT_DETAILS, FetchStrategy.NESTED));

        assertThat(found.get(0).getActors()).isEmpty();
        assertThat(found.get(1).getActors())
            .singleElement()
            .satisfies(actor -> assertThat(actor.getContactDetails()).isEmpty());
      }
    }

    private static Movie movie() {
      Movie movie = new Movie("every character", null);
      for (String text : TEXTS) {
        Actor actor = new Actor(text, text.isBlank() ? null : DAY.minusYears(text.length()));
        if (!text.equals("null")) {
          actor.setStuntman(new Stuntman(text, text.isEmpty()));
          actor.addContactDetails(new ContactDetails(text, "of " + text));
          actor.addContactDetails(new ContactDetails("second", text));
        }
        movie.addActor(actor);
      }
      return movie;
    }

    private static List<String> facts(Movie movie) {
      List<String> facts = new ArrayList<>();
      for (Actor actor : movie.getActors()) {
        facts.add(actor.getName() + " born " + actor.getBirthday());
        Stuntman stuntman = actor.getStuntman();
        facts.add(stuntman == null ? "alone" : stuntman.getName() + stuntman.isActive());
        for (ContactDetails details : actor.getContactDetails()) {
          facts.add(details.getPhoneNumber() + " at " + details.getAddress());
        }
      }
      return facts;
    }
  }

  @Nested
  class ItsConnection {

    @ParameterizedTest
    @EnumSource
    void goesBackAsItWasFound(UnitKind kind) throws SQLException {
      try (Connection connection = workspace.connect()) {
        MovieStore single =
            provider.open(lending(connection, "nothing"), provider.variants().get(0));

        for (boolean autoCommit : new boolean[] {true, false}) {
          connection.setAutoCommit(autoCommit);
          single.inUnit(kind, UnitOfWork::selectOne);

          assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
          assertThat(connection.isReadOnly()).isFalse();
        }
      }
    }

    @Test
    void isNotSwitchedToAutocommitWhenARollbackFailed() throws SQLException {
      try (Connection connection = workspace.connect()) {
        MovieStore single =
            provider.open(lending(connection, "rollback"), provider.variants().get(0));

        assertThatThrownBy(
                () ->
                    single.write(
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
                                assertThat(further)
                                    .hasMessageContaining("rollback is out of order")));

        assertThat(connection.getAutoCommit()).as("would commit").isFalse();
      }
      assertThat(store.query(UnitOfWork::countMovies)).isZero();
    }
  }

  /** Makes a data source that lends one connection again and again, with a method out of order. */
  private static DataSource lending(Connection connection, String broken) {
    Connection loan =
        proxy(
            Connection.class,
            (self, method, arguments) -> {
              if (method.getName().equals(broken)) {
                throw new SQLException(broken + " is out of order");
              }
              if (method.getName().equals("close")) {
                return null;
              }
              return method.invoke(connection, arguments);
            });
    return proxy(DataSource.class, (self, method, arguments) -> loan);
  }

  /** Makes a data source on one connection, of whose results no column can be read by index. */
  private static DataSource withoutColumnsByIndex(Connection connection) {
    return proxy(
        DataSource.class,
        (source, asked, none) ->
            proxy(
                Connection.class,
                (self, method, arguments) ->
                    switch (method.getName()) {
                      case "close" -> null;
                      case "prepareStatement" ->
                          statement((PreparedStatement) method.invoke(connection, arguments));
                      default -> method.invoke(connection, arguments);
                    }));
  }

  private static PreparedStatement statement(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) ->
            method.getName().equals("executeQuery")
                ? rows(statement.executeQuery())
                : method.invoke(statement, arguments));
  }

  private static ResultSet rows(ResultSet rows) {
    return proxy(
        ResultSet.class,
        (self, method, arguments) -> {
          if (method.getName().startsWith("get") && arguments[0] instanceof Integer column) {
            throw new SQLException("column " + column + " was read by index");
          }
          return method.invoke(rows, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static List<Movie> movies(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Movie("movie " + i, DAY)).toList();
  }
}
