package dev.screentest.contract;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.Variant;

/** Where one class of tests plays: its store, its tables, and whoever looks at them. */
interface Stage extends AutoCloseable {

  /** Opens everything; called once, before the first test. */
  void open();

  /** Empties the tables and forgets what was seen; called before each test. */
  void reset();

  /** Checks what must hold after every test. */
  void checkNothingLeftBehind();

  /** Returns the store under test. */
  MovieStore store();

  /** Returns whose store it is. */
  MovieStoreProvider provider();

  /** Returns its variant. */
  Variant variant();

  /** Returns who fills and reads the tables without the store. */
  Witness witness();

  /** Returns whether there is a database server, with its wire and its statistics. */
  boolean hasServer();

  /**
   * Returns the server's side of this stage.
   *
   * @throws IllegalStateException if there is none; tests that ask are marked by {@link
   *     NeedsServer}
   */
  Server server();

  @Override
  void close();
}
