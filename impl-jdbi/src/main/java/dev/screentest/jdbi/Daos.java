package dev.screentest.jdbi;

import dev.screentest.domain.InsertStrategy;

/**
 * The statements of one unit of work, grouped by what they are about; each variant runs them in a
 * way of its own. What they say is written once, in these interfaces.
 */
interface Daos {

  MovieDao movies();

  ActorDao actors();

  CatalogueDao catalogue();

  MovieSearchDao searches();

  MoviePageDao pages();

  LevelDao levels();

  GraphDao graphs();

  NestedDao nestedGraphs();

  ProjectionDao projections();

  InsertDao inserts(InsertStrategy strategy);

  UpdateDao updates();

  OrphanDao orphans();

  DeleteDao deletes();

  BulkStatementDao bulkStatements();

  ServerDao server();
}
