package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.Actor;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Contents;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * An actor goes, with a stuntman, two contact details and two roles: six rows in four tables. It is
 * found by its id and deleted, in one transaction.
 */
record DeleteActor() implements Deed<Long> {

  @Override
  public List<Long> prepare(Stage stage, int operations) throws SQLException {
    return ExtraActors.insert(stage, operations);
  }

  @Override
  public Object perform(MovieStore store, Long id) {
    return store.write(
        work -> {
          Actor actor = work.findActor(id).orElseThrow();
          work.delete(actor);
          return actor;
        });
  }

  @Override
  public Contents expected(Contents initial, List<Long> used, List<Long> left) {
    return ExtraActors.added(initial, left);
  }

  @Override
  public Bill bill() {
    return Bill.ofWrite(5, ExtraActors.ROWS)
        .withRowsRead(1)
        .orWhere(Bill.PARTS_BY_OWNER, partsById());
  }

  /**
   * The bill of who loads the parts and deletes each by its id: one more statement and its rows for
   * the contact details, which then go in one batch. The stuntman has come with its actor.
   */
  private static Bill partsById() {
    return Bill.ofWrite(5 + ExtraActors.CONTACTS, ExtraActors.ROWS)
        .withRoundTrips(OptionalLong.of(6))
        .withRowsRead(1 + ExtraActors.CONTACTS);
  }
}
