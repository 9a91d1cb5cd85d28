package dev.screentest.testbed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class CheckpointMeterTest {

  @Test
  void aCheckpointIsCounted() throws Exception {
    Database database = SharedDatabase.get();
    assumeThat(database.server().kind()).as("we may ask for a checkpoint").isEqualTo("embedded");
    try (CheckpointMeter meter = database.openCheckpointMeter();
        Workspace workspace = database.createWorkspace("checkpoint");
        Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      long before = meter.count().orElseThrow();
      statement.execute("checkpoint");
      statement.execute("checkpoint");
      assertThat(meter.count().orElseThrow()).isGreaterThan(before);
    }
  }

  @Test
  void aServerThatDoesNotSayIsNotAskedAgain() throws Exception {
    CheckpointMeter meter = SharedDatabase.get().openCheckpointMeter();
    meter.close();

    assertThat(meter.count()).isEmpty();
    assertThat(meter.count()).isEmpty();
  }
}
