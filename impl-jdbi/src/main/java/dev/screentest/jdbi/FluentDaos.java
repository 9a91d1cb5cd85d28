package dev.screentest.jdbi;

import dev.screentest.domain.InsertStrategy;
import org.jdbi.v3.core.Handle;

/** The fluent API, with mappers written by hand: nothing is looked up, and nothing attached. */
record FluentDaos(Handle handle) implements Daos {

  @Override
  public MovieDao movies() {
    return new FluentMovieDao(handle);
  }

  @Override
  public ActorDao actors() {
    return new FluentActorDao(handle);
  }

  @Override
  public CatalogueDao catalogue() {
    return new FluentCatalogueDao(handle);
  }

  @Override
  public MovieSearchDao searches() {
    return new FluentMovieSearchDao(handle);
  }

  @Override
  public MoviePageDao pages() {
    return new FluentMoviePageDao(handle);
  }

  @Override
  public LevelDao levels() {
    return new FluentLevelDao(handle);
  }

  @Override
  public GraphDao graphs() {
    return new FluentGraphDao(handle);
  }

  @Override
  public NestedDao nestedGraphs() {
    return new FluentNestedDao(handle);
  }

  @Override
  public ProjectionDao projections() {
    return new FluentProjectionDao(handle);
  }

  @Override
  public InsertDao inserts(InsertStrategy strategy) {
    return switch (strategy) {
      case ROW_BY_ROW -> new FluentRowByRowInsertDao(handle);
      case BATCHED -> new FluentBatchInsertDao(new FluentBatches(handle));
      case BULK -> new FluentBulkInsertDao(handle);
    };
  }

  @Override
  public UpdateDao updates() {
    return new FluentUpdateDao(new FluentBatches(handle));
  }

  @Override
  public OrphanDao orphans() {
    return new FluentOrphanDao(new FluentBatches(handle));
  }

  @Override
  public DeleteDao deletes() {
    return new FluentDeleteDao(handle);
  }

  @Override
  public BulkStatementDao bulkStatements() {
    return new FluentBulkStatementDao(handle);
  }

  @Override
  public ServerDao server() {
    return new FluentServerDao(handle);
  }
}
