package dev.screentest.jdbi;

import static java.util.Objects.requireNonNull;

import dev.screentest.domain.Actor;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.spi.GraphMerge;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.StoredGraphs;
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
  private final Ids ids;
  private final StoredGraphs stored;

  GraphWriter(Daos daos, Ids ids) {
    this.daos = daos;
    this.ids = ids;
    this.stored = new TrackedGraphs(daos, tracker);
  }

  /** Takes objects as read in this unit. */
  void track(Collection<?> entities) {
    tracker.track(entities);
  }

  void save(Collection<?> roots, InsertStrategy strategy) {
    SavePlan plan = tracker.plan(roots);
    deleteOrphans(plan);
    ids.assign(plan, daos);
    insertOwners(plan, strategy);
    update(plan);
    insertOwned(plan, strategy);
    tracker.saved(plan);
  }

  private void deleteOrphans(SavePlan plan) {
    change(plan.orphanedStuntmen(), rows -> daos.orphans().stuntmen(rows));
    change(plan.orphanedContactDetails(), rows -> daos.orphans().contactDetails(rows));
  }

  private void insertOwners(SavePlan plan, InsertStrategy strategy) {
    insert(plan.newActors(), rows -> daos.inserts(strategy).actors(rows));
    insert(plan.newMovies(), rows -> daos.inserts(strategy).movies(rows));
  }

  private void update(SavePlan plan) {
    change(plan.changedActors(), rows -> daos.updates().actors(rows));
    change(plan.changedMovies(), rows -> daos.updates().movies(rows));
    change(plan.changedStuntmen(), rows -> daos.updates().stuntmen(rows));
    change(plan.changedContactDetails(), rows -> daos.updates().contactDetails(rows));
  }

  private void insertOwned(SavePlan plan, InsertStrategy strategy) {
    insert(plan.newStuntmen(), rows -> daos.inserts(strategy).stuntmen(rows));
    insert(plan.newContactDetails(), rows -> daos.inserts(strategy).contactDetails(rows));
    change(plan.lostRoles(), rows -> daos.orphans().roles(rows));
    insert(plan.newRoles(), rows -> daos.inserts(strategy).roles(rows));
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
    DeleteDao deletes = daos.deletes();
    deletes.rolesOfMovie(id);
    requireFound("delete", deletes.movie(id), movie);
    tracker.forget(movie);
  }

  void delete(Actor actor) {
    tracker.requireTracked("delete", actor);
    long id = requireNonNull(actor.getId());
    DeleteDao deletes = daos.deletes();
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
