package dev.screentest.contract;

import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.contact;
import static dev.screentest.contract.Row.movie;
import static dev.screentest.contract.Row.role;
import static dev.screentest.contract.Row.stuntman;
import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.testbed.meter.WireObservation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What units of work send and fetch, counted on the wire. Counts are those of whole units. */
@NeedsServer
abstract class StatementRules extends Rules {

  private static final LocalDate DAY = LocalDate.of(2010, 1, 1);

  StatementRules(Stage stage) {
    super(stage);
  }

  /** Observes a unit that finds nothing in a cache of others: what is counted is asked for. */
  private WireObservation observe(UnitKind kind, Consumer<UnitOfWork> work) {
    store().evict();
    return server().observe(() -> inUnit(kind, work));
  }

  /** Returns those of the statements sent that change rows. */
  private static List<String> changes(WireObservation seen) {
    return seen.statements().stream()
        .filter(
            sql -> {
              String start = sql.strip().toLowerCase(Locale.ROOT);
              return start.startsWith("insert")
                  || start.startsWith("update")
                  || start.startsWith("delete")
                  || start.startsWith("merge")
                  || start.startsWith("copy");
            })
        .toList();
  }

  @Test
  @IfThisFails("check the SQL below: an extra statement is a to-one relation that was not joined")
  final void count_1_everyQuestionIsOneStatement() {
    given(CatalogueRows.tutorial());
    Tour.questions(variant())
        .forEach(
            (name, question) -> {
              WireObservation seen = observe(UnitKind.QUERY, question);
              assertThat(seen.counts().statements())
                  .as("statements of %s, which sent %s", name, seen.statements())
                  .isEqualTo(1);
            });
  }

  @Test
  @IfThisFails("check for BEGIN, SET and the like around a statement that stands for itself")
  final void count_2_aQueryWithoutATransactionIsOneRoundTrip() {
    given(CatalogueRows.tutorial());
    Tour.questions(variant())
        .forEach(
            (name, question) -> {
              WireObservation seen = observe(UnitKind.QUERY, question);
              assertThat(seen.counts().transactionControl())
                  .as("transaction control around %s, which sent %s", name, seen.statements())
                  .isZero();
              assertThat(seen.counts().roundTrips() - seen.counts().validationRoundTrips())
                  .as("round trips of %s, which sent %s", name, seen.statements())
                  .isEqualTo(1);
            });
  }

  @Test
  @IfThisFails("check that BEGIN rides along with the first statement, and what else is sent")
  final void count_3_aReadInATransactionIsTwoRoundTrips() {
    given(CatalogueRows.tutorial());
    for (UnitKind kind : List.of(UnitKind.READ, UnitKind.WRITE)) {
      WireObservation seen = observe(kind, unit -> unit.findMovie(1));
      assertThat(seen.counts().statements())
          .as("statements in a unit of kind %s, which sent %s", kind, seen.statements())
          .isEqualTo(1);
      assertThat(seen.counts().roundTrips() - seen.counts().validationRoundTrips())
          .as("round trips of a unit of kind %s, which sent %s", kind, seen.statements())
          .isEqualTo(2);
    }
  }

  @Test
  @IfThisFails("check that read sets its connection read-only, and that write does not")
  final void count_4_theTransactionIsReadOnlyInReadAndNotInWrite() {
    WireObservation read = observe(UnitKind.READ, UnitOfWork::countMovies);
    assertThat(read.statements())
        .as("sent by read")
        .anyMatch(sql -> sql.toUpperCase(Locale.ROOT).contains("READ ONLY"));
    WireObservation write = observe(UnitKind.WRITE, UnitOfWork::countMovies);
    assertThat(write.statements())
        .as("sent by write")
        .noneMatch(sql -> sql.toUpperCase(Locale.ROOT).contains("READ ONLY"));
    assertThat(write.counts().commits()).as("commits of write").isEqualTo(1);
    assertThat(write.counts().rollbacks()).as("rollbacks of write").isZero();
  }

  @Test
  @IfThisFails("check what a unit sends before its first question")
  final void count_5_anEmptyUnitSendsNothing() {
    for (UnitKind kind : UnitKind.values()) {
      WireObservation seen = observe(kind, unit -> {});
      assertThat(seen.statements().stream().filter(sql -> !sql.isEmpty()))
          .as("statements of an empty unit of kind %s", kind)
          .isEmpty();
    }
  }

  /** Five movies, one without a cast, and four actors, two of whom play twice. */
  private void givenGraph() {
    given(
        movie(1, "1"),
        movie(2, "2"),
        movie(3, "3"),
        movie(4, "4"),
        movie(5, "5"),
        actor(1, "A"),
        actor(2, "B"),
        actor(3, "C"),
        actor(4, "D"),
        role(1, 1),
        role(1, 2),
        role(2, 2),
        role(2, 3),
        role(3, 1),
        role(4, 4),
        stuntman(1, "S", true, 1),
        stuntman(2, "T", true, 4),
        contact(1, "1", "C", 1),
        contact(2, "2", "D", 1),
        contact(3, "3", "E", 2));
  }

  private void keepsItsPromise(FetchStrategy strategy) {
    givenGraph();
    for (FetchDepth depth : FetchDepth.values()) {
      assertStatements(strategy, depth, new IdRange(1, 5), 5, 4);
      assertStatements(strategy, depth, IdRange.of(5), 1, 0);
      assertStatements(strategy, depth, new IdRange(1, 2), 2, 3);
    }
  }

  private void assertStatements(
      FetchStrategy strategy, FetchDepth depth, IdRange ids, long movies, long distinctActors) {
    for (UnitKind kind : UnitKind.values()) {
      WireObservation seen =
          observe(
              kind,
              unit -> assertThat(unit.moviesWithCast(ids, depth, strategy)).hasSize((int) movies));
      assertThat(seen.counts().statements())
          .as(
              "statements for %d movies and %d distinct actors at depth %s by %s in a unit of kind"
                  + " %s, which sent %s",
              movies, distinctActors, depth, strategy, kind, seen.statements())
          .isEqualTo(strategy.statements(depth, movies, distinctActors));
    }
  }

  @Test
  @IfThisFails("check for selects that follow the join: N+1 behind another name")
  final void count_6_joinedIsOneStatement() {
    keepsItsPromise(FetchStrategy.JOINED);
  }

  @Test
  @IfThisFails("check that each cast and each distinct actor is asked for by itself, and once")
  final void count_7_nPlusOneIsOneStatementForEachMovieAndEachDistinctActor() {
    keepsItsPromise(FetchStrategy.N_PLUS_ONE);
  }

  @Test
  @IfThisFails("check that each level is asked for by the keys of the level above, all at once")
  final void count_8_batchedIsOneStatementForEachLevel() {
    keepsItsPromise(FetchStrategy.BATCHED);
  }

  @Test
  @Needs(Capability.NESTED)
  @IfThisFails("check for selects that follow the nested one")
  final void count_9_nestedIsOneStatement() {
    keepsItsPromise(FetchStrategy.NESTED);
  }

  @Test
  @IfThisFails("check that the keys are cut into statements of 1 000")
  final void count_10_batchedAsksForAThousandKeysAtATime() {
    int many = FetchStrategy.KEYS_PER_STATEMENT + 1;
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i <= many; i++) {
      rows.add(movie(i, "movie " + i));
    }
    for (int i = 1; i <= many; i++) {
      rows.add(actor(i, "actor " + i));
    }
    for (int i = 1; i <= many; i++) {
      rows.add(role(i, i));
    }
    given(rows);
    for (FetchDepth depth : FetchDepth.values()) {
      assertStatements(FetchStrategy.BATCHED, depth, new IdRange(1, many), many, many);
      assertStatements(FetchStrategy.BATCHED, depth, new IdRange(1, many - 1), many - 1, many - 1);
    }
  }

  @Test
  @IfThisFails("check what is filtered, sorted or counted in memory instead of by the database")
  final void count_11_noMoreRowsAreFetchedThanAreShown() {
    given(CatalogueRows.tutorial());
    given(movie(9, "Furious 7"));
    assertRows(1, "countMovies", UnitOfWork::countMovies);
    assertRows(1, "firstMovieReleasedAfter", unit -> unit.firstMovieReleasedAfter(DAY));
    assertRows(2, "moviesReleasedAfter", unit -> unit.moviesReleasedAfter(DAY));
    assertRows(2, "moviesStarring", unit -> unit.moviesStarring("Dwayne Johnson"));
    assertRows(3, "actorsLivingIn", unit -> unit.actorsLivingIn("CA"));
    assertRows(
        1,
        "searchMovies",
        unit -> unit.searchMovies(new MovieSearch("furious", DAY, "Dwayne Johnson")));
    assertRows(3, "distinctTitles", UnitOfWork::distinctTitles);
    assertRows(4, "credits", unit -> unit.credits(new IdRange(1, 9)));
    assertRows(4, "summaries", unit -> unit.summaries(new IdRange(1, 9)));
    WireObservation exists =
        observe(UnitKind.QUERY, unit -> assertThat(unit.existsMovieTitled("Furious 7")).isTrue());
    assertThat(exists.counts().rowsReceived())
        .as("rows received to know that something exists; sent: %s", exists.statements())
        .isEqualTo(1);
  }

  private void assertRows(long rows, String name, Consumer<UnitOfWork> question) {
    WireObservation seen = observe(UnitKind.QUERY, question);
    assertThat(seen.counts().rowsReceived())
        .as("rows received by %s, which sent %s", name, seen.statements())
        .isEqualTo(rows);
  }

  @Test
  @IfThisFails("check that what is saved is compared with what was loaded")
  final void count_12_savingAnUnchangedGraphWritesNothing() {
    given(CatalogueRows.tutorial());
    WireObservation seen = observe(UnitKind.WRITE, unit -> unit.save(graph(unit)));
    assertThat(changes(seen)).as("changes sent").isEmpty();
    assertThat(seen.counts().statements())
        .as("statements, one of which loads the graph: %s", seen.statements())
        .isEqualTo(1);
  }

  @Test
  @IfThisFails("check that only rows that differ are updated")
  final void count_13_aChangeOfOneObjectIsOneUpdate() {
    given(CatalogueRows.tutorial());
    WireObservation seen =
        observe(
            UnitKind.WRITE,
            unit -> {
              Movie movie = graph(unit);
              movie.getActors().iterator().next().setName("changed");
              unit.save(movie);
            });
    assertThat(changes(seen))
        .as("changes sent")
        .singleElement()
        .satisfies(sql -> assertThat(sql.toLowerCase(Locale.ROOT)).startsWith("update"));
    assertThat(seen.counts().rowsAffected()).as("rows affected").isEqualTo(1);
  }

  @Test
  @IfThisFails("check that a cast is not deleted and inserted anew: map it as a set")
  final void count_14_whoJoinsACastIsOneInsert() {
    given(CatalogueRows.tutorial());
    WireObservation seen =
        observe(
            UnitKind.WRITE,
            unit -> {
              Movie movie = graph(unit);
              movie.addActor(unit.findActor(1).orElseThrow());
              unit.save(movie);
            });
    assertThat(changes(seen))
        .as("changes sent")
        .singleElement()
        .satisfies(sql -> assertThat(sql.toLowerCase(Locale.ROOT)).startsWith("insert"));
    assertThat(seen.counts().rowsAffected()).as("rows affected").isEqualTo(1);
  }

  @Test
  @IfThisFails("check that a cast is not deleted and inserted anew: map it as a set")
  final void count_15_whoLeavesACastIsOneDelete() {
    given(CatalogueRows.tutorial());
    WireObservation seen =
        observe(
            UnitKind.WRITE,
            unit -> {
              Movie movie = graph(unit);
              movie.removeActor(movie.getActors().iterator().next());
              unit.save(movie);
            });
    assertThat(changes(seen))
        .as("changes sent")
        .singleElement()
        .satisfies(sql -> assertThat(sql.toLowerCase(Locale.ROOT)).startsWith("delete"));
    assertThat(seen.counts().rowsAffected()).as("rows affected").isEqualTo(1);
  }

  @Test
  @IfThisFails("check that the condition goes to the database, once for each table")
  final void count_16_aBulkStatementIsOneForEachTable() {
    given(CatalogueRows.tutorial());
    WireObservation update =
        observe(
            UnitKind.WRITE,
            unit ->
                assertThat(unit.deactivateStuntmenOfActorsBornBefore(LocalDate.of(1972, 1, 1)))
                    .isEqualTo(2));
    assertThat(update.counts().statements())
        .as("statements to update one table: %s", update.statements())
        .isEqualTo(1);
    assertThat(update.counts().rowsAffected()).as("stuntmen updated").isEqualTo(2);
    WireObservation retitle =
        observe(UnitKind.WRITE, unit -> assertThat(unit.retitleMovie(1, "another title")).isTrue());
    assertThat(retitle.counts().statements())
        .as("statements to retitle a movie: %s", retitle.statements())
        .isEqualTo(1);
    assertThat(retitle.counts().rowsAffected()).as("movies retitled").isEqualTo(1);
    WireObservation delete =
        observe(
            UnitKind.WRITE,
            unit ->
                assertThat(unit.deleteMoviesReleasedBefore(LocalDate.of(2014, 1, 1))).isEqualTo(2));
    assertThat(delete.counts().statements())
        .as("statements to delete from two tables: %s", delete.statements())
        .isEqualTo(2);
    assertThat(delete.counts().rowsAffected()).as("movies and roles deleted").isEqualTo(5);
  }

  @Test
  @Needs(Capability.MERGE)
  @IfThisFails("check that a merge compares before it writes")
  final void count_17_mergingAnUnchangedGraphWritesNothing() {
    given(CatalogueRows.tutorial());
    Movie detached = store().read(StatementRules::graph);
    WireObservation seen = observe(UnitKind.WRITE, unit -> unit.merge(detached));
    assertThat(changes(seen)).as("changes sent").isEmpty();
  }

  @Test
  @Needs(Capability.MERGE)
  @IfThisFails("check that a merge writes what differs, and nothing else")
  final void count_18_mergingAGraphWithOneChangeIsOneUpdate() {
    given(CatalogueRows.tutorial());
    Movie detached = store().read(StatementRules::graph);
    for (Actor actor : detached.getActors()) {
      actor.getContactDetails().iterator().next().setAddress("Glendale, CA, too");
      break;
    }
    WireObservation seen = observe(UnitKind.WRITE, unit -> unit.merge(detached));
    assertThat(changes(seen)).as("changes sent").hasSize(1);
    assertThat(seen.counts().rowsAffected()).as("rows affected").isEqualTo(1);
  }

  @Test
  @IfThisFails("check that a deletion touches the rows that go, and no others")
  final void count_19_aDeletionAffectsTheRowsThatGo() {
    given(CatalogueRows.tutorial());
    WireObservation actor =
        observe(UnitKind.WRITE, unit -> unit.delete(unit.findActor(2).orElseThrow()));
    assertThat(actor.counts().rowsAffected())
        .as("rows affected: an actor, a stuntman, two contacts, two roles; %s", actor.statements())
        .isEqualTo(6);
    WireObservation movie =
        observe(UnitKind.WRITE, unit -> unit.delete(unit.findMovie(3).orElseThrow()));
    assertThat(movie.counts().rowsAffected())
        .as("rows affected: a movie and a role; %s", movie.statements())
        .isEqualTo(2);
  }

  @Test
  @IfThisFails("check for errors that are caught and tried again, or for savepoints")
  final void count_20_nothingIsTriedThatFails() {
    given(CatalogueRows.tutorial());
    WireObservation seen = server().observe(() -> Tour.walk(store(), variant()));
    assertThat(seen.counts().errors()).as("errors of the server in a tour without any").isZero();
    assertThat(seen.statements())
        .noneMatch(sql -> sql.strip().toLowerCase(Locale.ROOT).startsWith("savepoint"));
  }

  @Test
  @IfThisFails("check that a condition that is not given is left out, instead of made true")
  final void count_21_theStatementOfASearchHasTheGivenConditionsOnly() {
    given(CatalogueRows.tutorial());
    List<String> sent = searches("furious", DAY, "Dwayne Johnson");
    assertThat(sent)
        .as("statements, one for each set of conditions")
        .hasSize(8)
        .doesNotHaveDuplicates();
    assertThat(searches("another", DAY.plusDays(1), "Matt Damon"))
        .as("statements for the same conditions with other values")
        .isEqualTo(sent);
  }

  @Test
  @IfThisFails("check what is loaded in order to be deleted, and what is deleted twice")
  final void count_22_theDeletionOfAnActorIsOneStatementForEachTable() {
    given(CatalogueRows.tutorial());
    WireObservation seen =
        observe(UnitKind.WRITE, unit -> unit.delete(unit.findActor(2).orElseThrow()));
    assertThat(seen.counts().statements())
        .as("statements, one of which finds the actor: %s", seen.statements())
        .isEqualTo(1 + 4);
    assertThat(seen.counts().rowsReceived())
        .as("rows received, one of which is the actor's; sent: %s", seen.statements())
        .isEqualTo(1);
  }

  @Test
  @IfThisFails("check for caches across units")
  final void count_23_aMovieIsAskedForInEachUnit() {
    given(movie(1, "M"));
    inRead(unit -> assertThat(unit.findMovie(1)).isPresent());
    WireObservation seen = server().observe(() -> inRead(unit -> unit.findMovie(1)));
    assertThat(seen.counts().statements())
        .as("statements of the second unit: %s", seen.statements())
        .isEqualTo(1);
  }

  /** Returns what is sent by a search without conditions, and so on to one with all three. */
  private List<String> searches(String fragment, LocalDate day, String name) {
    List<String> sent = new ArrayList<>();
    for (int given = 0; given < 8; given++) {
      MovieSearch search =
          new MovieSearch(
              (given & 1) == 0 ? null : fragment,
              (given & 2) == 0 ? null : day,
              (given & 4) == 0 ? null : name);
      observe(UnitKind.QUERY, unit -> unit.searchMovies(search)).statements().stream()
          .filter(sql -> sql.contains("movies")) // transaction control is COUNT-2's affair
          .forEach(sent::add);
    }
    return sent;
  }

  private static Movie graph(UnitOfWork unit) {
    return unit.moviesWithCast(IdRange.of(3), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED)
        .get(0);
  }
}
