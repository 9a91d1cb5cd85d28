package dev.screentest.benchmarks.stage;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DurabilityProfile;
import dev.screentest.testbed.database.PoolOptions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The stage of a JMH fork: one contestant in a schema of its own, on the server that the
 * environment names. Under {@code screentest run} that is the server of the whole run; under JMH
 * alone, without {@value DatabaseSpec#VARIABLE}, an embedded one for this fork.
 */
@State(Scope.Benchmark)
public class ForkStage {

  /** {@code NAME[/VARIANT]}; for JMH on its own, those that come with this project. */
  @Param({"jdbc", "hibernate", "jdbi", "mybatis"})
  private String implementation;

  @Param("SMALL")
  private DataSet dataset;

  /** What an embedded server does for durability. */
  @Param("MEMORY")
  private DurabilityProfile profile;

  private Database database;

  /** One, unless JMH was told to let several threads write. */
  private final List<Stage> stages = new CopyOnWriteArrayList<>();

  /** Finds or starts the server. */
  @Setup(Level.Trial)
  public void findDatabase() {
    LogLevels.quiet();
    database = Database.start(DatabaseSpec.fromEnvironment(), profile);
  }

  /**
   * Opens the stage; it closes with this fork.
   *
   * @param connections the size of the pool
   */
  public Stage open(int connections) throws SQLException {
    Contestants contestants = Contestants.onClassPath();
    Stage stage =
        Stage.open(
            database,
            contestants,
            contestants.resolve(implementation),
            dataset.catalogue(),
            PoolOptions.defaults().withSize(connections).withMetered(false));
    stages.add(stage);
    return stage;
  }

  /** Closes the stages and stops a server of our own. */
  @TearDown(Level.Trial)
  public void leave() {
    stages.forEach(Stage::close);
    database.close();
  }
}
