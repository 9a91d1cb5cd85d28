package dev.screentest.testbed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

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
  void aSessionThatWasLostIsReplaced() throws Exception {
    List<Connection> opened = new ArrayList<>();
    try (Workspace workspace = SharedDatabase.get().createWorkspace("checkpoint");
        Connection other = workspace.connect();
        CheckpointMeter meter =
            CheckpointMeter.on(
                () -> {
                  Connection connection = workspace.connect();
                  opened.add(connection);
                  return connection;
                },
                SharedDatabase.get().server().versionNumber())) {
      assertThat(meter.count()).isPresent();
      int lost = opened.get(0).unwrap(PGConnection.class).getBackendPID();
      try (Statement statement = other.createStatement()) {
        statement.execute("select pg_terminate_backend(" + lost + ", 10000)");
      }

      assertThat(meter.count()).isPresent();
      assertThat(opened).hasSize(2);
    }
  }

  @Test
  void aServerThatDoesNotSayIsNotAskedAgain() throws Exception {
    int version = SharedDatabase.get().server().versionNumber();
    int otherQuestion = version < 170_000 ? 180_000 : 150_000;
    try (Workspace workspace = SharedDatabase.get().createWorkspace("checkpoint");
        Connection connection = workspace.connect()) {
      CheckpointMeter meter = CheckpointMeter.on(() -> connection, otherQuestion);

      assertThat(meter.count()).isEmpty();
      assertThat(meter.count()).isEmpty();
      assertThat(connection.isClosed()).isFalse();
    }
  }
}
