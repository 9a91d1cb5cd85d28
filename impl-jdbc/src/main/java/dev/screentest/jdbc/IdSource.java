package dev.screentest.jdbc;

import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.spi.SavePlan;

/** Where the ids of new rows come from, and so how those are inserted. One for each store. */
sealed interface IdSource permits BlockIds, ReturnedIds {

  /** Gives new objects their ids, where that happens before they are inserted. */
  void assign(SavePlan plan, UnitConnection connection);

  /** Returns the way to insert that a strategy names. */
  Inserter inserter(InsertStrategy strategy, UnitConnection connection);
}
