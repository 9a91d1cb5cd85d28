package dev.screentest.jdbi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The SQL objects of one unit of work. Attaching one costs more than most statements, and the more
 * the more methods it has, so each is attached when it is needed first, and they are small.
 */
final class Daos {

  private static final List<Class<?>> TYPES =
      List.of(
          ActorDao.class,
          BatchInsertDao.class,
          BulkInsertDao.class,
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
          RowByRowInsertDao.class,
          ServerDao.class,
          UpdateDao.class);

  private final Handle handle;
  private final Map<Class<?>, Object> attached = new HashMap<>();

  Daos(Handle handle) {
    this.handle = handle;
  }

  /**
   * Has Jdbi inspect the interfaces once. What it finds out about an interface is remembered where
   * it was asked: for {@code handle.attach} that is the handle, which starts with a copy of what
   * Jdbi knows, so without this every unit would inspect anew (<a
   * href="https://github.com/jdbi/jdbi/issues/2991">issue 2991</a>). Nothing is called here, so no
   * connection is taken.
   */
  static void inspect(Jdbi jdbi) {
    TYPES.forEach(type -> jdbi.useExtension(type, dao -> {}));
  }

  /** Returns the SQL object of this type, attached to the unit's handle. */
  <D> D get(Class<D> type) {
    return type.cast(attached.computeIfAbsent(type, handle::attach));
  }
}
