package dev.screentest.benchmarks.stage;

import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.Workspace;
import dev.screentest.testbed.meter.ConnectionMeter;
import dev.screentest.testbed.meter.ServerMeter;
import java.sql.SQLException;

/** What looks at a metered pool, beside the wire. */
record Meters(ConnectionMeter connections, ServerMeter server) {

  static Meters open(Workspace workspace, PooledDatabase pool, Witness witness)
      throws SQLException {
    return new Meters(pool.timeConnections(), workspace.openServerMeter(pool, witness::run));
  }
}
