package dev.screentest.contract;

import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.UnitKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The one connection of a unit of work, taken with its first statement. */
class PlainSql {

  private final DataSource dataSource;
  private final UnitKind kind;
  private @Nullable Connection connection;

  PlainSql(DataSource dataSource, UnitKind kind) {
    this.dataSource = dataSource;
    this.kind = kind;
  }

  /** What a row of a result becomes. */
  @FunctionalInterface
  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** What is done with a connection. */
  @FunctionalInterface
  interface Step {
    void run(Connection connection) throws SQLException;
  }

  /** An SQLException on its way to the guard, which translates it. */
  static final class Failure extends RuntimeException {
    Failure(SQLException cause) {
      super(cause);
    }
  }

  final Connection connection() throws SQLException {
    Connection taken = connection;
    if (taken == null) {
      taken = dataSource.getConnection();
      connection = taken;
      begin(taken);
    }
    return taken;
  }

  void begin(Connection taken) throws SQLException {
    if (kind != UnitKind.QUERY) {
      taken.setReadOnly(kind == UnitKind.READ);
      taken.setAutoCommit(false);
    }
  }

  final <T> List<T> list(String sql, Mapper<T> mapper, Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(mapper.map(rows));
      }
      return list;
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  int update(String sql, Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  final PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection().prepareStatement(sql);
    bind(statement, parameters);
    return statement;
  }

  /** Sends rows in batches, or each by itself; each must change a row. */
  void batch(String sql, List<@Nullable Object[]> rows, int size) {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      int pending = 0;
      for (@Nullable Object[] row : rows) {
        bind(statement, row);
        if (size == 1) {
          requireFound(sql, statement.executeUpdate());
          continue;
        }
        statement.addBatch();
        if (++pending % size == 0) {
          requireFound(sql, statement.executeBatch());
        }
      }
      if (size > 1 && pending % size != 0) {
        requireFound(sql, statement.executeBatch());
      }
    } catch (SQLException e) {
      throw new Failure(e);
    }
  }

  private static void requireFound(String sql, int... counts) {
    for (int count : counts) {
      if (count == 0) {
        throw new NotFoundException("save: a row has gone: " + sql);
      }
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  void commit() {
    run(Connection::commit);
  }

  void rollback() {
    run(Connection::rollback);
  }

  void close() {
    run(
        taken -> {
          try (taken) {
            if (kind != UnitKind.QUERY && !taken.isClosed()) {
              taken.setAutoCommit(true);
              taken.setReadOnly(false);
            }
          }
        });
  }

  private void run(Step step) {
    Connection taken = connection;
    if (taken != null) {
      try {
        step.run(taken);
      } catch (SQLException e) {
        throw new Failure(e);
      }
    }
  }
}
