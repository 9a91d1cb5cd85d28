package dev.screentest.testbed.database;

import javax.sql.DataSource;

/** An open pool of connections, whichever library it is of. */
public interface ConnectionPool extends AutoCloseable {

  /** Returns what lends its connections: the library's own object, for everybody. */
  DataSource dataSource();

  /** Returns what it is at this moment. */
  PoolState state();

  /** Returns what it was built with, as the library's own object says. */
  PoolSettings settings();

  /** Closes every connection. */
  @Override
  void close();
}
