package dev.screentest.jdbi;

import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.Table;

/** How new objects get their ids before they are inserted. */
@FunctionalInterface
interface Ids {

  /** Leaves the ids to the insert, which returns what the columns' defaults are. */
  Ids BY_INSERT = (plan, daos) -> {};

  void assign(SavePlan plan, Daos daos);

  /** Takes them from blocks, which are fetched when they are used up. */
  static Ids of(IdBlocks blocks) {
    return (plan, daos) -> plan.assignIds(blocks, table -> next(table, daos.server()));
  }

  private static long next(Table table, ServerDao server) {
    return switch (table) {
      case MOVIES -> server.nextMovies();
      case ACTORS -> server.nextActors();
      case STUNTMEN -> server.nextStuntmen();
      case CONTACT_DETAILS -> server.nextContactDetails();
    };
  }
}
