package dev.screentest.benchmarks.load;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;

/**
 * A connection in somebody's hands: all that it does is the pool's, but for the end of the hold.
 */
final class TimedConnection implements Connection {

  private final Connection lent;
  private final Recorder recorder;
  private final Clock clock;
  private final long got;
  private boolean isBack;

  TimedConnection(Connection lent, Recorder recorder, Clock clock, long got) {
    this.lent = lent;
    this.recorder = recorder;
    this.clock = clock;
    this.got = got;
  }

  /**
   * The hold ends where the pool's work begins: in its close, a pool hands the connection to
   * whoever waits for it, and the thread that gave it back may have to wait for a CPU.
   */
  @Override
  public void close() throws SQLException {
    if (!isBack) {
      isBack = true;
      recorder.returned(got, clock.nanos());
    }
    lent.close();
  }

  @Override
  public Statement createStatement() throws SQLException {
    return lent.createStatement();
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    return lent.prepareStatement(sql);
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    return lent.prepareCall(sql);
  }

  @Override
  public String nativeSQL(String sql) throws SQLException {
    return lent.nativeSQL(sql);
  }

  @Override
  public void setAutoCommit(boolean autoCommit) throws SQLException {
    lent.setAutoCommit(autoCommit);
  }

  @Override
  public boolean getAutoCommit() throws SQLException {
    return lent.getAutoCommit();
  }

  @Override
  public void commit() throws SQLException {
    lent.commit();
  }

  @Override
  public void rollback() throws SQLException {
    lent.rollback();
  }

  @Override
  public boolean isClosed() throws SQLException {
    return lent.isClosed();
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    return lent.getMetaData();
  }

  @Override
  public void setReadOnly(boolean readOnly) throws SQLException {
    lent.setReadOnly(readOnly);
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    return lent.isReadOnly();
  }

  @Override
  public void setCatalog(String catalog) throws SQLException {
    lent.setCatalog(catalog);
  }

  @Override
  public String getCatalog() throws SQLException {
    return lent.getCatalog();
  }

  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    lent.setTransactionIsolation(level);
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    return lent.getTransactionIsolation();
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    return lent.getWarnings();
  }

  @Override
  public void clearWarnings() throws SQLException {
    lent.clearWarnings();
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    return lent.createStatement(type, concurrency);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    return lent.prepareStatement(sql, type, concurrency);
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    return lent.prepareCall(sql, type, concurrency);
  }

  @Override
  public Map<String, Class<?>> getTypeMap() throws SQLException {
    return lent.getTypeMap();
  }

  @Override
  public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
    lent.setTypeMap(map);
  }

  @Override
  public void setHoldability(int holdability) throws SQLException {
    lent.setHoldability(holdability);
  }

  @Override
  public int getHoldability() throws SQLException {
    return lent.getHoldability();
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    return lent.setSavepoint();
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    return lent.setSavepoint(name);
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    lent.rollback(savepoint);
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) throws SQLException {
    lent.releaseSavepoint(savepoint);
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    return lent.createStatement(type, concurrency, holdability);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    return lent.prepareStatement(sql, type, concurrency, holdability);
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    return lent.prepareCall(sql, type, concurrency, holdability);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
    return lent.prepareStatement(sql, keys);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] keys) throws SQLException {
    return lent.prepareStatement(sql, keys);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] keys) throws SQLException {
    return lent.prepareStatement(sql, keys);
  }

  @Override
  public Clob createClob() throws SQLException {
    return lent.createClob();
  }

  @Override
  public Blob createBlob() throws SQLException {
    return lent.createBlob();
  }

  @Override
  public NClob createNClob() throws SQLException {
    return lent.createNClob();
  }

  @Override
  public SQLXML createSQLXML() throws SQLException {
    return lent.createSQLXML();
  }

  @Override
  public boolean isValid(int seconds) throws SQLException {
    return lent.isValid(seconds);
  }

  @Override
  public void setClientInfo(String name, String value) throws SQLClientInfoException {
    lent.setClientInfo(name, value);
  }

  @Override
  public void setClientInfo(Properties properties) throws SQLClientInfoException {
    lent.setClientInfo(properties);
  }

  @Override
  public String getClientInfo(String name) throws SQLException {
    return lent.getClientInfo(name);
  }

  @Override
  public Properties getClientInfo() throws SQLException {
    return lent.getClientInfo();
  }

  @Override
  public Array createArrayOf(String type, Object[] elements) throws SQLException {
    return lent.createArrayOf(type, elements);
  }

  @Override
  public Struct createStruct(String type, Object[] attributes) throws SQLException {
    return lent.createStruct(type, attributes);
  }

  @Override
  public void setSchema(String schema) throws SQLException {
    lent.setSchema(schema);
  }

  @Override
  public String getSchema() throws SQLException {
    return lent.getSchema();
  }

  @Override
  public void abort(Executor executor) throws SQLException {
    lent.abort(executor);
  }

  @Override
  public void setNetworkTimeout(Executor executor, int millis) throws SQLException {
    lent.setNetworkTimeout(executor, millis);
  }

  @Override
  public int getNetworkTimeout() throws SQLException {
    return lent.getNetworkTimeout();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : lent.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || lent.isWrapperFor(type);
  }
}
