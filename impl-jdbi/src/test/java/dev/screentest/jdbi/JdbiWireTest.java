package dev.screentest.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.domain.Work;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jdbi sends, statement by statement, where a setting of ours could add or change one. */
class JdbiWireTest {

  private static final String FIND = Select.MOVIES + "where m.id = $1";

  private static Workspace workspace;
  private static PooledDatabase pool;

  private MovieStore store;

  @BeforeAll
  static void openPool() {
    workspace = SharedDatabase.get().createWorkspace("what Jdbi sends");
    pool = workspace.openPool(PoolOptions.defaults().withSize(1));
    pool.awaitFull();
  }

  @AfterAll
  static void dropWorkspace() {
    workspace.close();
  }

  @BeforeEach
  void openStore() {
    workspace.truncate();
    JdbiMovieStoreProvider provider = new JdbiMovieStoreProvider();
    store = provider.open(pool.dataSource(), provider.variants().get(0));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private List<String> sent(UnitKind kind, Work<?, RuntimeException> work) {
    // A validation, which the pool sends when the connection lay idle, is not ours.
    return pool.wire().record(() -> store.inUnit(kind, work)).stream()
        .filter(sql -> !sql.isEmpty())
        .toList();
  }

  @Test
  void aUnitThatReadsSaysSoWithItsBeginAndInNoOtherWay() {
    assertThat(sent(UnitKind.READ, unit -> unit.findMovie(1)))
        .containsExactly("BEGIN READ ONLY", FIND, "COMMIT");
  }

  @Test
  void aUnitThatQueriesSendsItsStatementsAndNothingElse() {
    assertThat(sent(UnitKind.QUERY, unit -> unit.findMovie(1))).containsExactly(FIND);
  }

  @Test
  void theConnectionOfAUnitThatReadComesBackWritable() {
    sent(UnitKind.READ, unit -> unit.findMovie(1));

    assertThat(sent(UnitKind.WRITE, unit -> unit.findMovie(1)))
        .containsExactly("BEGIN", FIND, "COMMIT");
  }

  @Test
  void aUnitThatUsesNothingSendsNothing() {
    for (UnitKind kind : UnitKind.values()) {
      assertThat(sent(kind, unit -> "nothing")).as("a unit of kind %s", kind).isEmpty();
    }
  }

  @Test
  void aBulkInsertSendsOneStatementForEachTable() {
    List<Movie> movies = IntStream.range(0, 1_000).mapToObj(JdbiWireTest::graph).toList();

    List<String> sent =
        sent(
            UnitKind.WRITE,
            unit -> {
              unit.saveAll(movies, InsertStrategy.BULK);
              return movies;
            });

    assertThat(sent)
        .filteredOn(sql -> sql.startsWith("insert"))
        .hasSize(5)
        .allSatisfy(sql -> assertThat(sql).contains("unnest($1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {Variant.TAUGHT, "tuned", "sqlobject"})
  void aBatchOfRowsWithIdsIsRewritten(String variant) {
    assertThat(batchOfTen(variant))
        .hasSize(2)
        .allSatisfy(sql -> assertThat(sql).startsWith("insert into movies (id, title"));
  }

  @Test
  void aBatchThatReturnsIdsIsNot() {
    assertThat(batchOfTen("returning"))
        .hasSize(10)
        .allSatisfy(
            sql ->
                assertThat(sql)
                    .startsWith("insert into movies (title")
                    .endsWith("RETURNING \"id\""));
  }

  private List<String> batchOfTen(String name) {
    JdbiMovieStoreProvider provider = new JdbiMovieStoreProvider();
    Variant variant =
        provider.variants().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    List<Movie> movies =
        IntStream.range(0, 10).mapToObj(i -> new Movie("movie " + i, null)).toList();
    try (MovieStore writing = provider.open(pool.dataSource(), variant)) {
      return pool
          .wire()
          .record(
              () ->
                  writing.<List<Movie>, RuntimeException>write(
                      unit -> {
                        unit.saveAll(movies, InsertStrategy.BATCHED);
                        return movies;
                      }))
          .stream()
          .filter(sql -> sql.startsWith("insert"))
          .toList();
    }
  }

  private static Movie graph(int i) {
    Movie movie = new Movie("movie " + i, i % 2 == 0 ? null : LocalDate.of(1 + i, 2, 3));
    Actor actor = new Actor("actor " + i, i % 3 == 0 ? null : LocalDate.of(9999, 12, 31));
    actor.setStuntman(new Stuntman("stuntman " + i, i % 2 == 0));
    actor.addContactDetails(new ContactDetails("{\"" + i + "\\,NULL}", "O'Hara, \"" + i + "\""));
    movie.addActor(actor);
    return movie;
  }
}
