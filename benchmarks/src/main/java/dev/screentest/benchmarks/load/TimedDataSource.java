package dev.screentest.benchmarks.load;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a pool and notes for each thread of a load how long it waits for a connection and
 * holds it. The pool behind it may be exchanged while nothing is borrowed, so that a store that was
 * opened on it stays open over pools of many sizes.
 *
 * <p>Three looks at the clock and one object for each borrowing; hand-written, since a dynamic
 * proxy would cost as much as what a light framework does.
 */
public final class TimedDataSource implements DataSource {

  private final Clock clock;
  private volatile @Nullable DataSource pool;

  /** Creates it without a pool. */
  public TimedDataSource() {
    this(Clock.SYSTEM);
  }

  TimedDataSource(Clock clock) {
    this.clock = clock;
  }

  /** Lends from this pool from now on. */
  public void lendFrom(DataSource another) {
    pool = another;
  }

  private DataSource pool() throws SQLException {
    DataSource lender = pool;
    if (lender == null) {
      throw new SQLException("There is no pool yet that could lend a connection.");
    }
    return lender;
  }

  @Override
  public Connection getConnection() throws SQLException {
    DataSource lender = pool();
    Recorder recorder = Recorder.current();
    if (recorder == null) {
      return lender.getConnection();
    }
    recorder.asks();
    long asked = clock.nanos();
    Connection lent;
    try {
      lent = lender.getConnection();
    } catch (SQLException | RuntimeException e) {
      recorder.refused(asked, clock.nanos(), Refusal.isTimeout(e));
      throw e;
    }
    long got = clock.nanos();
    recorder.borrowed(asked, got);
    return new TimedConnection(lent, recorder, clock, got);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("A pool has one user; ask without a name.");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return pool().getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    pool().setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool().setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool().getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("It logs nothing itself.");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : pool().unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || pool().isWrapperFor(type);
  }
}
