package dev.screentest.jdbi;

import static java.util.Objects.requireNonNull;

import dev.screentest.domain.Actor;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.spi.GraphMerge;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.StoredGraphs;
import dev.screentest.domain.spi.Table;
import dev.screentest.domain.spi.Tracker;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What one unit of work writes. Jdbi has no unit of work of its own, so the {@link Tracker} that
 * the contract shares finds out what a save has to write.
 */
final class GraphWriter {

  private final Tracker tracker = new Tracker();
  private final Daos daos;
  private final IdBlocks blocks;
  private final StoredGraphs stored;

  GraphWriter(Daos daos, IdBlocks blocks) {
    this.daos = daos;
    this.blocks = blocks;
    this.stored = new TrackedGraphs(daos, tracker);
  }

  /** Takes objects as read in this unit. */
  void track(Collection<?> entities) {
    tracker.track(entities);
  }

  void save(Collection<?> roots, InsertStrategy strategy) {
    SavePlan plan = tracker.plan(roots);
    deleteOrphans(plan);
    plan.assignIds(blocks, this::nextValue);
    insertOwners(plan, strategy);
    update(plan);
    insertOwned(plan, strategy);
    tracker.saved(plan);
  }

  private long nextValue(Table table) {
    return daos.get(ServerDao.class).nextValue(table.sequence());
  }

  private void deleteOrphans(SavePlan plan) {
    change(plan.orphanedStuntmen(), rows -> daos.get(OrphanDao.class).stuntmen(rows));
    change(plan.orphanedContactDetails(), rows -> daos.get(OrphanDao.class).contactDetails(rows));
  }

  private void insertOwners(SavePlan plan, InsertStrategy strategy) {
    Class<? extends InsertDao> inserts = insertsBy(strategy);
    insert(plan.newActors(), rows -> daos.get(inserts).actors(rows));
    insert(plan.newMovies(), rows -> daos.get(inserts).movies(rows));
  }

  private void update(SavePlan plan) {
    change(plan.changedActors(), rows -> daos.get(UpdateDao.class).actors(rows));
    change(plan.changedMovies(), rows -> daos.get(UpdateDao.class).movies(rows));
    change(plan.changedStuntmen(), rows -> daos.get(UpdateDao.class).stuntmen(rows));
    change(plan.changedContactDetails(), rows -> daos.get(UpdateDao.class).contactDetails(rows));
  }

  private void insertOwned(SavePlan plan, InsertStrategy strategy) {
    Class<? extends InsertDao> inserts = insertsBy(strategy);
    insert(plan.newStuntmen(), rows -> daos.get(inserts).stuntmen(rows));
    insert(plan.newContactDetails(), rows -> daos.get(inserts).contactDetails(rows));
    change(plan.lostRoles(), rows -> daos.get(OrphanDao.class).roles(rows));
    insert(plan.newRoles(), rows -> daos.get(inserts).roles(rows));
  }

  private static Class<? extends InsertDao> insertsBy(InsertStrategy strategy) {
    return switch (strategy) {
      case ROW_BY_ROW -> RowByRowInsertDao.class;
      case BATCHED -> BatchInsertDao.class;
      case BULK -> BulkInsertDao.class;
    };
  }

  private static <E> void insert(List<E> rows, Consumer<List<E>> statement) {
    if (!rows.isEmpty()) {
      statement.accept(rows);
    }
  }

  /**
   * Changes rows of which each must be there; a driver that rewrites a batch counts less than 0.
   */
  private static <E> void change(List<E> rows, Function<List<E>, int[]> statement) {
    if (rows.isEmpty()) {
      return;
    }
    int[] found = statement.apply(rows);
    for (int i = 0; i < found.length; i++) {
      requireFound("save", found[i] != 0, rows.get(i));
    }
  }

  Movie merge(Movie detached) {
    Movie copy = GraphMerge.merge(detached, stored);
    save(List.of(copy), InsertStrategy.BATCHED);
    return copy;
  }

  Actor merge(Actor detached) {
    Actor copy = GraphMerge.merge(detached, stored);
    save(List.of(copy), InsertStrategy.BATCHED);
    return copy;
  }

  void delete(Movie movie) {
    tracker.requireTracked("delete", movie);
    long id = requireNonNull(movie.getId());
    DeleteDao deletes = daos.get(DeleteDao.class);
    deletes.rolesOfMovie(id);
    requireFound("delete", deletes.movie(id), movie);
    tracker.forget(movie);
  }

  void delete(Actor actor) {
    tracker.requireTracked("delete", actor);
    long id = requireNonNull(actor.getId());
    DeleteDao deletes = daos.get(DeleteDao.class);
    deletes.contactDetailsOfActor(id);
    deletes.stuntmanOfActor(id);
    deletes.rolesOfActor(id);
    requireFound("delete", deletes.actor(id), actor);
    tracker.forget(actor);
  }

  private static void requireFound(String operation, boolean found, Object entity) {
    if (!found) {
      throw new NotFoundException(
          operation + ": the row of " + entity + " has gone; read it again to see what is there");
    }
  }
}
