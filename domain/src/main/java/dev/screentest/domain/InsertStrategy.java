package dev.screentest.domain;

import java.util.OptionalLong;

/** How many new rows are inserted. Each strategy keeps its promise on the wire, for every table. */
public enum InsertStrategy {
  /** One statement and one round trip for each row; one commit for all. */
  ROW_BY_ROW {
    @Override
    public OptionalLong roundTrips(long rows) {
      return OptionalLong.of(rows);
    }
  },

  /** JDBC batches of {@link #BATCH_SIZE} rows, each one round trip; one commit for all. */
  BATCHED {
    @Override
    public OptionalLong roundTrips(long rows) {
      return OptionalLong.of((rows + BATCH_SIZE - 1) / BATCH_SIZE);
    }
  },

  /** The fastest way that the framework's users have: COPY, arrays or rows in one statement. */
  BULK {
    @Override
    public OptionalLong roundTrips(long rows) {
      return OptionalLong.empty();
    }
  };

  /** The rows of a JDBC batch: a power of two, which pgjdbc rewrites to a single statement. */
  public static final int BATCH_SIZE = 512;

  /**
   * Returns the number of round trips promised for inserting rows into one table, blocks of ids and
   * transaction control apart, or nothing if this strategy promises none.
   */
  public abstract OptionalLong roundTrips(long rows);
}
