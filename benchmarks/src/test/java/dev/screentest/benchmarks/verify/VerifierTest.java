package dev.screentest.benchmarks.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.broken.BrokenProvider;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.Capability;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.data.LoadProgress;
import dev.screentest.testbed.database.PoolLibrary;
import dev.screentest.testbed.database.SharedDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** On the tutorial's data, where not said otherwise: three movies are enough to be wrong about. */
class VerifierTest {

  private final Contestants contestants = Contestants.onClassPath();

  private Finding verify(String contestant, String workload) throws SQLException {
    return verify(contestant, workload, DataSet.TUTORIAL, UnitKind.READ);
  }

  private Finding verify(String contestant, String workload, DataSet data, UnitKind unit)
      throws SQLException {
    return new Verifier(
            SharedDatabase.get(), contestants, data.catalogue(), unit, LoadProgress.SILENT)
        .verify(
            contestants.resolve(contestant), WorkloadCatalogue.resolve(List.of(workload)).get(0));
  }

  private static void assertFailed(Finding finding, String reason) {
    assertThat(finding)
        .asInstanceOf(InstanceOfAssertFactories.type(Finding.Failed.class))
        .extracting(Finding.Failed::reason, InstanceOfAssertFactories.STRING)
        .contains(reason);
  }

  private static Stream<String> implementations() {
    return Contestants.onClassPath().names().stream()
        .filter(name -> !name.equals(BrokenProvider.NAME));
  }

  /** Workloads of thousands of statements are left to the command, which has no time-out. */
  @ParameterizedTest
  @MethodSource("implementations")
  void everyImplementationPassesEveryWorkload(String implementation) throws SQLException {
    List<WorkloadEntry> workloads =
        WorkloadCatalogue.all().stream()
            .filter(entry -> !entry.name().matches(".*/(1000/n-plus-one|10000/.*)"))
            .filter(entry -> entry.needed().complaint(DataSet.SMALL.catalogue()).isEmpty())
            .toList();
    Variant variant = contestants.variant(contestants.resolve(implementation));
    Map<String, String> failed = new TreeMap<>();
    Set<String> leftOut = new TreeSet<>();

    new Verifier(
            SharedDatabase.get(),
            contestants,
            DataSet.SMALL.catalogue(),
            UnitKind.READ,
            LoadProgress.SILENT)
        .verify(
            contestants.resolve(implementation),
            workloads,
            (entry, finding) -> {
              if (finding instanceof Finding.Failed failure) {
                failed.put(entry.name(), failure.reason());
              } else if (finding instanceof Finding.LeftOut) {
                leftOut.add(entry.name());
              }
            });

    assertThat(failed).isEmpty();
    assertThat(leftOut)
        .isEqualTo(
            workloads.stream()
                .map(WorkloadEntry::name)
                .filter(
                    name ->
                        (name.endsWith("/nested") && !variant.has(Capability.NESTED))
                            || (name.endsWith("/bulk") && !variant.has(Capability.BULK)))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The bills are those of the contestants, whatever a pool sends besides. */
  @ParameterizedTest
  @EnumSource
  void whichPoolItIsChangesNothingInWhatIsVerified(PoolLibrary library) throws SQLException {
    PoolPlan pool = new PoolPlan(library, 2, 1, Duration.ofSeconds(30), Duration.ZERO, true);
    Map<String, Finding> findings = new TreeMap<>();
    new Verifier(
            SharedDatabase.get(),
            contestants,
            DataSet.TUTORIAL.catalogue(),
            UnitKind.READ,
            pool,
            LoadProgress.SILENT)
        .verify(
            contestants.resolve("jdbc"),
            WorkloadCatalogue.resolve(List.of("find-movie", "insert-graph", "pool-contention")),
            (entry, finding) -> findings.put(entry.name(), finding));

    assertThat(findings).hasSize(3);
    assertThat(findings.values()).hasOnlyElementsOfType(Finding.Passed.class);
  }

  @Test
  void aDataSetThatIsTooSmallIsRefusedByName() throws SQLException {
    assertThat(verify("jdbc", "movie-with-cast/1000"))
        .isEqualTo(
            new Finding.LeftOut(
                "needs 1,000 movies, and the data set has 3: choose --dataset small or a larger"
                    + " one"));
  }

  @Test
  void aReadCostsOneStatementAndTheTripOfItsCommit() throws SQLException {
    assertThat(verify("jdbc", "find-movie"))
        .asInstanceOf(InstanceOfAssertFactories.type(Finding.Passed.class))
        .extracting(Finding.Passed::cost)
        .satisfies(
            cost -> {
              assertThat(cost.statements()).isEqualTo(1);
              assertThat(cost.roundTrips()).isEqualTo(2);
              assertThat(cost.rowsReceived()).isEqualTo(1);
              assertThat(cost.rowsWritten()).isZero();
            });
  }

  @Test
  void aQueryWithoutATransactionSparesThatTrip() throws SQLException {
    assertThat(verify("jdbc", "find-movie", DataSet.TUTORIAL, UnitKind.QUERY))
        .asInstanceOf(InstanceOfAssertFactories.type(Finding.Passed.class))
        .extracting(passed -> passed.cost().roundTrips())
        .isEqualTo(1.0);
  }

  @Test
  void aWrongValueFailsWithThePlaceAndBothValues() throws SQLException {
    assertFailed(
        verify("broken", "find-movie"),
        ".title: expected \"The Bourne Identity\" but was \"The Bourne Identity!\"");
  }

  @Test
  void aWriteThatIsForgottenFailsWithWhatIsMissing() throws SQLException {
    assertFailed(
        verify("broken/forgets", "insert-graph"),
        "database afterwards: .movies.size: expected 23 but was 3");
    assertFailed(
        verify("broken/forgets", "update-movie"),
        "database afterwards: .movies[0].title: expected \"Take ");
    assertFailed(verify("broken/forgets", "delete-actor"), "database afterwards: ");
  }

  @Test
  void aStatementTooManyFailsWithTheNumbers() throws SQLException {
    assertFailed(
        verify("broken/talks", "find-movie"),
        "statements: promised 50, but counted 100 in 50 operations");
  }

  @Test
  void aReadThatSavesTheTransactionFails() throws SQLException {
    assertFailed(
        verify("broken/saves", "find-movie"),
        "transactions: promised 50, but counted 0 in 50 operations");
  }

  @Test
  void whateverAnImplementationThrowsFails() throws SQLException {
    assertFailed(
        verify("broken/breaks", "select-1"),
        "java.lang.IllegalStateException: the framework fell over");
  }

  @Test
  void aBatchThatIsNoneFails() throws SQLException {
    assertFailed(
        verify("broken/no-batch", "insert-rows/10/batched"),
        "round trips: promised 10, but counted 100 in 10 operations");
  }

  @Test
  void aBulkThatGoesRowByRowFails() throws SQLException {
    assertFailed(
        verify("broken/no-batch", "insert-rows/10/bulk"),
        "round trips: promised 10 at the most, but counted 100 in 10 operations");
  }

  @Test
  void aCommitForEachRowFailsWhereOneForAllIsPromised() throws SQLException {
    assertFailed(
        verify("broken/commits-each", "insert-rows/10/batched"),
        "round trips: promised 10, but counted 100 in 10 operations");
    assertFailed(
        verify("broken/commits-each", "insert-rows/10/row-by-row"),
        "transactions: promised 10, but counted 100 in 10 operations");
  }

  @Test
  void oneCommitForAllFailsWhereOneForEachRowIsPromised() throws SQLException {
    assertFailed(
        verify("broken/commits-tenth", "insert-separately/10"),
        "transactions: promised 100, but counted 10 in 10 operations");
  }

  @Test
  void keysThatAreNotFetchedFail() throws SQLException {
    assertFailed(verify("broken/no-keys", "insert-row"), "has no id, so it was not stored");
  }

  @Test
  void aContextThatOutlivesItsUnitFails() throws SQLException {
    assertFailed(
        verify("broken/keeps-context", "find-movie"),
        "statements: promised 50, but counted 0 in 50 operations");
  }

  @Test
  void anAnswerFromACacheFails() throws SQLException {
    assertFailed(
        verify("broken/caches", "movies-starring"),
        "statements: promised 50, but counted 0 in 50 operations");
  }

  @Test
  void referenceDataFromACacheFailWhereNoneIsDeclared() throws SQLException {
    assertFailed(
        verify("broken/keeps-context", "reference-data/10", DataSet.SMALL, UnitKind.READ),
        "statements: promised 500, but counted 0 in 50 operations");
  }

  @Test
  void aDeclaredCacheAnswersWithoutAStatementAndSaysSo() throws SQLException {
    assertThat(verify("hibernate/cached", "reference-data/10", DataSet.SMALL, UnitKind.READ))
        .asInstanceOf(InstanceOfAssertFactories.type(Finding.Passed.class))
        .satisfies(
            passed -> {
              assertThat(passed.cost().statements()).isZero();
              assertThat(passed.cost().roundTrips()).isZero();
              assertThat(passed.differentBill())
                  .singleElement()
                  .asString()
                  .contains("second-level cache");
            });
    assertThat(verify("hibernate", "reference-data/10", DataSet.SMALL, UnitKind.READ))
        .asInstanceOf(InstanceOfAssertFactories.type(Finding.Passed.class))
        .satisfies(
            passed -> {
              assertThat(passed.cost().statements()).isEqualTo(10);
              assertThat(passed.differentBill()).isEmpty();
            });
  }

  @Test
  void aCacheThatOthersChangeRowsBehindIsEmptiedBeforeAWriteIsCounted() throws SQLException {
    for (String workload : List.of("update-movie", "merge-movie", "load-and-change/1", "request")) {
      assertThat(verify("hibernate/cached", workload, DataSet.SMALL, UnitKind.READ))
          .as(workload)
          .isInstanceOf(Finding.Passed.class);
    }
  }

  @Test
  void theDeletionOfAnActorIsHeldToWhatIsDeclared() throws SQLException {
    assertThat(verify("hibernate", "delete-actor"))
        .asInstanceOf(InstanceOfAssertFactories.type(Finding.Passed.class))
        .satisfies(
            passed -> {
              assertThat(passed.cost().statements()).isEqualTo(7);
              assertThat(passed.cost().rowsReceived()).isEqualTo(3);
              assertThat(passed.differentBill()).isNotEmpty();
            });
    assertThat(verify("hibernate/stateless", "delete-actor"))
        .asInstanceOf(InstanceOfAssertFactories.type(Finding.Passed.class))
        .satisfies(
            passed -> {
              assertThat(passed.cost().statements()).isEqualTo(5);
              assertThat(passed.differentBill()).isEmpty();
            });
    assertFailed(
        verify("broken/talks", "delete-actor"),
        "statements: promised 250, but counted 300 in 50 operations");
  }

  @Test
  void anUpdateThatIsSkippedFails() throws SQLException {
    assertFailed(
        verify("broken/skips-updates", "update-movie"),
        "database afterwards: .movies[0].title: expected \"Take ");
  }

  @Test
  void aListInAnotherOrderFails() throws SQLException {
    assertFailed(verify("broken/no-order", "released-after"), "[0].id: expected 1 but was 3");
  }

  @Test
  void anotherFetchDepthFails() throws SQLException {
    assertFailed(
        verify("broken/shallow", "movie-with-cast/1"),
        "RelationNotLoadedException: Actor.contactDetails");
    assertFailed(verify("broken/deep", "movies/10", DataSet.SMALL, UnitKind.READ), "rows read: ");
    assertFailed(
        verify("broken/deep", "movie-with-actors/100", DataSet.SMALL, UnitKind.READ),
        "rows read: ");
  }

  @Test
  void aMissingIndexFails() throws SQLException {
    assertFailed(
        verify("broken/no-index", "find-movie"),
        "the schema lacks: index CREATE INDEX actors_name ON actors USING btree (name)");
  }

  @Test
  void aSettingChangedBehindOurBackFails() throws SQLException {
    assertFailed(
        verify("broken/sets", "find-movie"), "setting enable_seqscan: planned on but is off");
    assertFailed(
        verify("broken/prepares", "find-movie"), "setting prepareThreshold: planned 5 but is 1");
  }

  @Test
  void aConnectionThatIsNotGivenBackFails() throws SQLException {
    assertFailed(
        verify("broken/keeps-connection", "pool-contention"),
        "setting connections that nobody uses: planned 2 but is 1");
  }

  @Test
  void countsThatTheServerDoesNotConfirmFail() throws SQLException {
    assertFailed(
        verify("broken/hides", "find-movie"),
        "wire and server disagree about statements: 0 on the server, 50 on the wire");
  }

  @Test
  void whatPassesIsConfirmedByTheServer() throws SQLException {
    assertThat(verify("jdbc", "insert-rows/100/bulk"))
        .asInstanceOf(InstanceOfAssertFactories.type(Finding.Passed.class))
        .extracting(Finding.Passed::whyWireAlone)
        .isNull();
  }

  @Test
  void aReadThatWritesFails() throws SQLException {
    assertFailed(
        verify("broken/scribbles", "find-actor"),
        "content of the database after reads: movies: as many rows as expected, but not the same"
            + " values");
  }
}
