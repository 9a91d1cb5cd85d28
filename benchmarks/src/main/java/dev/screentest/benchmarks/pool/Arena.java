package dev.screentest.benchmarks.pool;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.load.TimedDataSource;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.Loader;
import dev.screentest.testbed.data.Vacuum;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A schema with a data set in it and one store of a contestant, over pools that come and go: the
 * store is opened once, so that what it has compiled and cached stays, and each cell has a pool of
 * its own size.
 */
final class Arena implements AutoCloseable {

  private final Contestants contestants;
  private final Contestant contestant;
  private final Catalogue catalogue;
  private final Workspace workspace;
  private final TimedDataSource lender;
  private final MovieStore store;

  private Arena(
      Contestants contestants,
      Contestant contestant,
      Catalogue catalogue,
      Workspace workspace,
      TimedDataSource lender,
      MovieStore store) {
    this.contestants = contestants;
    this.contestant = contestant;
    this.catalogue = catalogue;
    this.workspace = workspace;
    this.lender = lender;
    this.store = store;
  }

  /** Opens it; threads that the calling one starts look for classes where the contestant's are. */
  static Arena open(
      Database database, Contestants contestants, Contestant contestant, Catalogue catalogue)
      throws SQLException {
    Workspace workspace = database.createWorkspace("pools of " + contestant);
    try {
      try (Connection connection = workspace.connect()) {
        Loader.load(connection, catalogue);
      }
      Thread.currentThread().setContextClassLoader(contestants.loader(contestant));
      TimedDataSource lender = new TimedDataSource();
      MovieStore store = contestants.open(contestant, lender);
      return new Arena(contestants, contestant, catalogue, workspace, lender, store);
    } catch (SQLException | RuntimeException | LinkageError e) {
      workspace.close();
      throw e;
    }
  }

  MovieStore store() {
    return store;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** Opens a pool, from which the store borrows from now on; the caller closes it. */
  PooledDatabase openPool(PoolOptions options) {
    PooledDatabase pool = workspace.openPool(options, contestants.pools(contestant));
    lender.lendFrom(pool.dataSource());
    return pool;
  }

  /** Returns the title of a movie, read without store and pool. */
  String title(long movieId) throws SQLException {
    try (Connection connection = workspace.connect();
        PreparedStatement statement =
            connection.prepareStatement("select title from movies where id = ?")) {
      statement.setLong(1, movieId);
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("There is no movie " + movieId + " any more.");
        }
        return row.getString(1);
      }
    }
  }

  /** Clears away the rows that updates left behind, so that no cell reads those of another. */
  void tidy() throws SQLException {
    try (Connection connection = workspace.connect()) {
      Vacuum.run(connection);
    }
  }

  /** Closes the store and drops the schema. */
  @Override
  public void close() {
    try (workspace) {
      store.close();
    }
  }
}
