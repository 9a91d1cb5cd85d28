package dev.screentest.testbed.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentStatementTest {

  private static final int REPETITIONS = 8;

  private static List<SentStatement> sent(PooledDatabase pool) throws SQLException {
    try (Connection connection = pool.dataSource().getConnection()) {
      return pool.wire().observeInFull(() -> ask(connection));
    }
  }

  private static void ask(Connection connection) throws SQLException {
    // From the sixth time on, the driver binds in binary what it can.
    for (int i = 0; i < REPETITIONS; i++) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "select ?::bigint, ?::int, ?::text, ?::date, ?::boolean, ?::bigint[], ?::text[]")) {
        statement.setLong(1, 1L << 40);
        statement.setInt(2, -7);
        statement.setString(3, "it's 東京");
        statement.setObject(4, LocalDate.of(1999, 12, 31));
        statement.setNull(5, Types.BOOLEAN);
        statement.setObject(6, new long[] {3, 4});
        statement.setArray(7, connection.createArrayOf("text", new String[] {"a", "b"}));
        statement.executeQuery().close();
      }
    }
  }

  @Test
  void everyValueIsReadHoweverItIsBound() throws SQLException {
    try (Workspace workspace = SharedDatabase.get().createWorkspace("sent statements");
        PooledDatabase pool =
            workspace.openPool(PoolOptions.defaults().withSize(1).withMetered(true))) {
      List<SentStatement> sent = sent(pool);

      assertThat(sent)
          .hasSize(REPETITIONS)
          .allSatisfy(
              statement -> {
                assertThat(statement.isWork()).isTrue();
                assertThat(statement.sql()).startsWith("select $1::bigint, $2::int");
                List<String> values =
                    statement.parameters().stream()
                        .map(parameter -> String.valueOf(parameter.value()))
                        .toList();
                assertThat(values.subList(0, 3)).containsExactly("1099511627776", "-7", "it's 東京");
                assertThat(values.get(3)).startsWith("1999-12-31");
                assertThat(statement.parameters().get(4).value()).isNull();
                assertThat(values.get(5)).isEqualTo("{3,4}");
                assertThat(values.get(6)).isIn("{a,b}", "{\"a\",\"b\"}");
              });
    }
  }

  @Test
  void whoSentItIsOnTheWay() throws SQLException {
    try (Workspace workspace = SharedDatabase.get().createWorkspace("sent statements");
        PooledDatabase pool =
            workspace.openPool(PoolOptions.defaults().withSize(1).withMetered(true))) {
      assertThat(sent(pool).get(0).callers())
          .anySatisfy(
              caller -> {
                assertThat(caller.type()).isEqualTo(SentStatementTest.class);
                assertThat(caller.method()).isEqualTo("ask");
                assertThat(caller.line()).isPositive();
              });
    }
  }

  @Test
  void nothingIsKeptOfWhatNobodyAskedFor() throws SQLException {
    try (Workspace workspace = SharedDatabase.get().createWorkspace("sent statements");
        PooledDatabase pool =
            workspace.openPool(PoolOptions.defaults().withSize(1).withMetered(true))) {
      try (Connection connection = pool.dataSource().getConnection()) {
        ask(connection);
      }
      assertThat(pool.wire().observeInFull(() -> {})).isEmpty();
    }
  }
}
