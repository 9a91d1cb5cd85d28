package dev.screentest.jdbc;

import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.spi.SavePlan;

/** Ids that the insert returns: the database takes them from the columns' defaults. */
final class ReturnedIds implements IdSource {

  /** Does nothing: objects get their ids when they are inserted. */
  @Override
  public void assign(SavePlan plan, UnitConnection connection) {}

  @Override
  public Inserter inserter(InsertStrategy strategy, UnitConnection connection) {
    return switch (strategy) {
      case ROW_BY_ROW -> new ReturningInserter(connection, 1);
      case BATCHED -> new ReturningInserter(connection, InsertStrategy.BATCH_SIZE);
      case BULK -> throw new IllegalStateException("a variant without BULK was asked for it");
    };
  }
}
