package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.testbed.meter.WireCounts;
import dev.screentest.testbed.meter.WireObservation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What inserts cost on the wire: round trips for rows, and blocks of ids apart from them. */
@NeedsServer
abstract class InsertRules extends Rules {

  private static final LocalDate DAY = LocalDate.of(2015, 4, 2);

  /** The ids for which one value of a sequence stands. */
  private static final int BLOCK = 50;

  InsertRules(Stage stage) {
    super(stage);
  }

  private WireObservation insert(List<Movie> movies, InsertStrategy strategy) {
    return server().observe(() -> inWrite(unit -> unit.saveAll(movies, strategy)));
  }

  private static List<Movie> movies(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Movie("movie " + i, DAY)).toList();
  }

  private static List<Movie> graphs(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              Movie movie = new Movie("movie " + i, DAY);
              Actor actor = new Actor("actor " + i, DAY);
              actor.setStuntman(new Stuntman("stuntman " + i, true));
              actor.addContactDetails(new ContactDetails("phone " + i, "address " + i));
              movie.addActor(actor);
              return movie;
            })
        .toList();
  }

  @Test
  @IfThisFails("check that rows are neither batched nor joined to one statement")
  final void insert_1_rowByRowIsOneStatementAndOneRoundTripForEachRow() {
    for (int count : new int[] {1, 2, 51}) {
      WireCounts counts = insert(movies(count), InsertStrategy.ROW_BY_ROW).counts();
      assertThat(counts.statements()).as("statements for %d rows", count).isEqualTo(count);
      assertThat(counts.workRoundTrips())
          .as("round trips for %d rows", count)
          .isEqualTo(InsertStrategy.ROW_BY_ROW.roundTrips(count).orElseThrow());
    }
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that every table's rows go one by one: roles, stuntmen and contacts, too")
  final void insert_2_rowByRowHoldsForEveryTableOfAGraph() {
    WireObservation seen = insert(graphs(4), InsertStrategy.ROW_BY_ROW);
    assertThat(seen.counts().statements())
        .as("statements for 4 rows in each of 5 tables: %s", seen.statements())
        .isEqualTo(20);
    assertThat(seen.counts().workRoundTrips()).as("round trips").isEqualTo(20);
  }

  @Test
  @IfThisFails("check the size of batches, and what flushes one before it is full, such as an id")
  final void insert_3_batchedIsOneRoundTripForEach512Rows() {
    int size = InsertStrategy.BATCH_SIZE;
    for (int count : new int[] {1, size - 1, size, size + 1, 1000, 2 * size}) {
      WireCounts counts = insert(movies(count), InsertStrategy.BATCHED).counts();
      assertThat(counts.workRoundTrips())
          .as("round trips for %d rows", count)
          .isEqualTo(InsertStrategy.BATCHED.roundTrips(count).orElseThrow());
      assertThat(counts.rowsAffected()).as("rows inserted").isEqualTo(count);
    }
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that statements are grouped by table: a batch ends where the SQL changes")
  final void insert_4_batchedHoldsForEveryTableOfAGraph() {
    int count = InsertStrategy.BATCH_SIZE + 88;
    WireCounts counts = insert(graphs(count), InsertStrategy.BATCHED).counts();
    long perTable = InsertStrategy.BATCHED.roundTrips(count).orElseThrow();
    assertThat(counts.workRoundTrips())
        .as("round trips for %d rows in each of 5 tables", count)
        .isEqualTo(5 * perTable);
    assertThat(counts.rowsAffected()).as("rows inserted").isEqualTo(5L * count);
  }

  @Test
  @IfThisFails("check that all rows are inserted in one transaction")
  final void insert_5_everyStrategyCommitsOnce() {
    for (InsertStrategy strategy : insertStrategies()) {
      WireCounts counts = insert(movies(60), strategy).counts();
      assertThat(counts.commits()).as("commits by %s", strategy).isEqualTo(1);
      assertThat(counts.rollbacks()).as("rollbacks by %s", strategy).isZero();
    }
  }

  @Test
  @IfThisFails("check that ids are taken in blocks of 50, one a trip, and none is thrown away")
  final void insert_6_idsAreTakenInBlocks() {
    inWrite(unit -> unit.save(new Movie("takes the first block", DAY)));
    for (InsertStrategy strategy : insertStrategies()) {
      int count = 4 * BLOCK;
      long before = server().number("select last_value from movies_id_seq");
      WireCounts counts = insert(movies(count), strategy).counts();
      long after = server().number("select last_value from movies_id_seq");
      assertThat((after - before) / BLOCK)
          .as("blocks of ids taken for %d rows by %s", count, strategy)
          .isBetween(count / BLOCK - 1L, count / BLOCK + 1L);
      assertThat(counts.idBlocks())
          .as("statements that take ids for %d rows by %s, one for each block", count, strategy)
          .isEqualTo((after - before) / BLOCK);
    }
  }

  @Test
  @IfThisFails("check that a save of one new row is one insert, and asks nothing before or after")
  final void insert_7_savingOneMovieIsOneStatement() {
    inWrite(unit -> unit.save(new Movie("takes a block of ids", DAY)));
    WireObservation seen = server().observe(() -> inWrite(unit -> unit.save(new Movie("M", DAY))));
    assertThat(seen.counts().statements())
        .as("statements to save one movie: %s", seen.statements())
        .isEqualTo(1);
    assertThat(seen.counts().roundTrips() - seen.counts().validationRoundTrips())
        .as("round trips to save one movie, the commit among them: %s", seen.statements())
        .isLessThanOrEqualTo(3);
  }

  @Test
  @Needs(Capability.BULK)
  @IfThisFails("check that the bulk way is no slower on the wire than batches are")
  final void insert_8_bulkTakesNoMoreRoundTripsThanRowByRow() {
    int count = 200;
    WireCounts bulk = insert(movies(count), InsertStrategy.BULK).counts();
    assertThat(bulk.rowsAffected()).as("rows inserted").isEqualTo(count);
    assertThat(bulk.workRoundTrips())
        .as("round trips for %d rows in bulk", count)
        .isLessThan(count / 10);
  }
}
