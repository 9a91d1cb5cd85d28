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
    // Whether the parts of an actor are deleted by id or by owner is the framework's way.
    return Bill.ofWrite(5, ExtraActors.ROWS)
        .withStatements(OptionalLong.empty())
        .withRoundTrips(OptionalLong.empty());
  }
}
