package dev.screentest.contract;

import java.util.List;

/**
 * Somebody who fills and reads the tables without the store, so that a rule about reading does not
 * depend on the store's writing, nor the other way round.
 */
interface Witness {

  /**
   * The first id that sequences hand out. The ids below are free for rows that a test brings along.
   */
  long FIRST_SEQUENCE_ID = 100_001;

  /** Empties all tables. */
  void clear();

  /**
   * Inserts rows as they are, in the given order; their ids are below {@link #FIRST_SEQUENCE_ID}.
   */
  void insert(List<? extends Row> rows);

  /**
   * Returns all rows that are committed: movies, actors, roles, stuntmen, contact details, each
   * ordered by id.
   */
  List<Row> rows();
}
