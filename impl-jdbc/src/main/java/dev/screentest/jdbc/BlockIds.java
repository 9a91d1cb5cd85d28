package dev.screentest.jdbc;

import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.SavePlan;

/** Ids from blocks, taken before the insert: rows of one table can then travel as one statement. */
final class BlockIds implements IdSource {

  private final IdBlocks blocks = new IdBlocks();

  @Override
  public void assign(SavePlan plan, UnitConnection connection) {
    plan.assignIds(blocks, new IdSequences(connection));
  }

  @Override
  public Inserter inserter(InsertStrategy strategy, UnitConnection connection) {
    return switch (strategy) {
      case ROW_BY_ROW -> new RowInserter(connection, 1);
      case BATCHED -> new RowInserter(connection, InsertStrategy.BATCH_SIZE);
      case BULK -> new ArrayInserter(connection);
    };
  }
}
