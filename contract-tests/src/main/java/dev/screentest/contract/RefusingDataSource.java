package dev.screentest.contract;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose server cannot be reached. */
record RefusingDataSource(SQLException refusal) implements DataSource {

  @Override
  public Connection getConnection() throws SQLException {
    throw refusal;
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw refusal;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter writer) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("it logs nothing");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw refusal;
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
