package dev.screentest.testbed.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackendsTest {
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace = SharedDatabase.get().createWorkspace("BackendsTest");
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connectAs(String name) throws SQLException {
    Connection connection = workspace.connect();
    execute(connection, "set application_name to '" + name + "'");
    return connection;
  }

  @Test
  void allSessionsOfANameAreEndedAndCounted() throws SQLException {
    try (Connection one = connectAs(workspace.schema());
        Connection another = connectAs(workspace.schema());
        Connection spared = connectAs("spared")) {
      assertThat(new Backends(workspace).endAll(workspace.schema())).isEqualTo(2);
      assertThatThrownBy(() -> execute(one, "select 1")).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execute(another, "select 1")).isInstanceOf(SQLException.class);
      execute(spared, "select 1");
    }
  }

  @Test
  void whereThereIsNoneNoneIsCounted() throws SQLException {
    assertThat(new Backends(workspace).endAll(workspace.schema())).isZero();
  }
}
