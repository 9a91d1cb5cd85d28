package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.testbed.data.Contents;
import java.sql.SQLException;
import java.util.List;

/**
 * A deed on a stage, with the arguments that it is done with. Not thread-safe.
 *
 * @param <A> the type of an argument
 */
final class Doing<A> {

  private final Deed<A> deed;
  private final Stage stage;
  private final Contents initial;
  private Once<A> arguments = new Once<>(List.of());

  Doing(Deed<A> deed, Stage stage) {
    this.deed = deed;
    this.stage = stage;
    this.initial = Contents.of(stage.catalogue());
  }

  void rehearse(int operations) throws SQLException {
    stage.reset();
    arguments = new Once<>(deed.prepare(stage, operations));
  }

  Object perform() {
    return deed.perform(stage.store(), arguments.next());
  }

  void verify(int operations) throws SQLException {
    Answers answers = new Answers(stage.catalogue());
    for (int i = 0; i < operations; i++) {
      A argument = arguments.next();
      deed.verify(deed.perform(stage.store(), argument), argument, answers);
    }
    verifyState();
  }

  void verifyState() throws SQLException {
    Difference.requireNone(
        "database afterwards: ",
        deed.expected(initial, arguments.used(), arguments.left()),
        stage.contents());
  }
}
