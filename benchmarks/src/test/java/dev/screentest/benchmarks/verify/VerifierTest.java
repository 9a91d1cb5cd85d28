package dev.screentest.benchmarks.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.SharedDatabase;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On the tutorial's data, where not said otherwise: three movies are enough to be wrong about. */
class VerifierTest {

  private final Contestants contestants = Contestants.onClassPath();

  private static List<WorkloadEntry> workloads() {
    return WorkloadCatalogue.all();
  }

  private Finding verify(String contestant, String workload) throws SQLException {
    return verify(contestant, workload, DataSet.TUTORIAL, UnitKind.READ);
  }

  private Finding verify(String contestant, String workload, DataSet data, UnitKind unit)
      throws SQLException {
    return new Verifier(SharedDatabase.get(), contestants, data.catalogue(), unit)
        .verify(
            contestants.resolve(contestant), WorkloadCatalogue.resolve(List.of(workload)).get(0));
  }

  private static void assertFailed(Finding finding, String reason) {
    assertThat(finding)
        .asInstanceOf(InstanceOfAssertFactories.type(Finding.Failed.class))
        .extracting(Finding.Failed::reason, InstanceOfAssertFactories.STRING)
        .contains(reason);
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void rawJdbcPassesEveryWorkload(WorkloadEntry workload) throws SQLException {
    assertThat(verify("jdbc", workload.name(), DataSet.SMALL, UnitKind.READ))
        .isInstanceOf(Finding.Passed.class);
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
        "database after inserting: .movies.size: expected 6 but was 3");
    assertFailed(
        verify("broken/forgets", "update-movie"),
        "database after updating: .movies[0].title: expected \"Take ");
    assertFailed(verify("broken/forgets", "delete-actor"), "database after deleting: ");
  }

  @Test
  void aStatementTooManyFailsWithTheNumbers() throws SQLException {
    assertFailed(
        verify("broken/talks", "find-movie"),
        "statements: promised 1 per operation, but counted 100 in 50 operations");
  }

  @Test
  void aReadThatSavesTheTransactionFails() throws SQLException {
    assertFailed(
        verify("broken/saves", "find-movie"),
        "transactions: promised 1 per operation, but counted 0 in 50 operations");
  }

  @Test
  void whateverAnImplementationThrowsFails() throws SQLException {
    assertFailed(
        verify("broken/breaks", "select-1"),
        "java.lang.IllegalStateException: the framework fell over");
  }
}
