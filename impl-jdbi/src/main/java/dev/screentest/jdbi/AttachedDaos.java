package dev.screentest.jdbi;

import dev.screentest.domain.InsertStrategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** SQL objects, each attached to the unit's handle when it is needed first. */
final class AttachedDaos implements Daos {

  private static final List<Class<?>> TYPES =
      List.of(
          ActorDao.class,
          BulkStatementDao.class,
          CatalogueDao.class,
          DeleteDao.class,
          GraphDao.class,
          LevelDao.class,
          MovieDao.class,
          MoviePageDao.class,
          MovieSearchDao.class,
          NestedDao.class,
          OrphanDao.class,
          ProjectionDao.class,
          ServerDao.class,
          UpdateDao.class);

  private final Handle handle;
  private final InsertDaos insertDaos;
  private final Map<Class<?>, Object> attached = new HashMap<>();

  AttachedDaos(Handle handle, InsertDaos insertDaos) {
    this.handle = handle;
    this.insertDaos = insertDaos;
  }

  /**
   * Has Jdbi inspect the interfaces once. What it finds out about an interface is remembered where
   * it was asked: for {@code handle.attach} that is the handle, which starts with a copy of what
   * Jdbi knows, so without this every unit would inspect anew (<a
   * href="https://github.com/jdbi/jdbi/issues/2991">issue 2991</a>). Nothing is called here, so no
   * connection is taken.
   */
  static void inspect(Jdbi jdbi, InsertDaos insertDaos) {
    Stream.concat(TYPES.stream(), insertDaos.types())
        .forEach(type -> jdbi.useExtension(type, dao -> {}));
  }

  private <D> D get(Class<D> type) {
    return type.cast(attached.computeIfAbsent(type, handle::attach));
  }

  @Override
  public MovieDao movies() {
    return get(MovieDao.class);
  }

  @Override
  public ActorDao actors() {
    return get(ActorDao.class);
  }

  @Override
  public CatalogueDao catalogue() {
    return get(CatalogueDao.class);
  }

  @Override
  public MovieSearchDao searches() {
    return get(MovieSearchDao.class);
  }

  @Override
  public MoviePageDao pages() {
    return get(MoviePageDao.class);
  }

  @Override
  public LevelDao levels() {
    return get(LevelDao.class);
  }

  @Override
  public GraphDao graphs() {
    return get(GraphDao.class);
  }

  @Override
  public NestedDao nestedGraphs() {
    return get(NestedDao.class);
  }

  @Override
  public ProjectionDao projections() {
    return get(ProjectionDao.class);
  }

  @Override
  public InsertDao inserts(InsertStrategy strategy) {
    return get(insertDaos.by(strategy));
  }

  @Override
  public UpdateDao updates() {
    return get(UpdateDao.class);
  }

  @Override
  public OrphanDao orphans() {
    return get(OrphanDao.class);
  }

  @Override
  public DeleteDao deletes() {
    return get(DeleteDao.class);
  }

  @Override
  public BulkStatementDao bulkStatements() {
    return get(BulkStatementDao.class);
  }

  @Override
  public ServerDao server() {
    return get(ServerDao.class);
  }
}
