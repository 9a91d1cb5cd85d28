package dev.screentest.mybatis;

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
import java.util.Optional;
import org.apache.ibatis.session.ExecutorType;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of kind WRITE writes, and the objects that it knows. A session has one kind of
 * executor, so rows that go in batches go through a second session, on the first one's connection
 * and in its transaction.
 */
final class UnitWriter implements StoredGraphs {

  private final Mappers mappers;
  private final GraphReader graphs;
  private final Usage usage;
  private final IdBlocks ids;
  private final Tracker tracker = new Tracker();
  private @Nullable Mappers batches;

  UnitWriter(Mappers mappers, GraphReader graphs, Usage usage, IdBlocks ids) {
    this.mappers = mappers;
    this.graphs = graphs;
    this.usage = usage;
    this.ids = ids;
  }

  /** Takes objects as read. */
  void track(Collection<?> entities) {
    tracker.track(entities);
  }

  /** Takes an object as read. */
  void track(Object entity) {
    tracker.track(entity);
  }

  /** Saves graphs, inserting new rows by the given strategy. */
  void save(Collection<?> roots, InsertStrategy strategy) {
    SavePlan plan = tracker.plan(roots);
    RowSender rows = new RowSender(strategy == InsertStrategy.ROW_BY_ROW ? mappers : batches());
    Inserts inserts = strategy == InsertStrategy.BULK ? bulk() : new RowInserts(rows);

    rows.send(Mappers::stuntmen, StuntmanMapper::delete, plan.orphanedStuntmen());
    rows.send(Mappers::contactDetails, ContactDetailsMapper::delete, plan.orphanedContactDetails());
    if (usage.ids() == IdSource.BLOCKS) {
      plan.assignIds(ids, this::nextBlock);
    }
    inserts.actors(plan.newActors());
    inserts.movies(plan.newMovies());
    rows.send(Mappers::actors, ActorMapper::update, plan.changedActors());
    rows.send(Mappers::movies, MovieMapper::update, plan.changedMovies());
    rows.send(Mappers::stuntmen, StuntmanMapper::update, plan.changedStuntmen());
    rows.send(Mappers::contactDetails, ContactDetailsMapper::update, plan.changedContactDetails());
    inserts.stuntmen(plan.newStuntmen());
    inserts.contactDetails(plan.newContactDetails());
    rows.send(Mappers::roles, RoleMapper::delete, plan.lostRoles());
    inserts.roles(plan.newRoles());

    tracker.saved(plan);
  }

  /** Writes a detached movie over the stored one. */
  Movie merge(Movie detached) {
    Movie copy = GraphMerge.merge(detached, this);
    save(List.of(copy), InsertStrategy.BATCHED);
    return copy;
  }

  /** Writes a detached actor over the stored one. */
  Actor merge(Actor detached) {
    Actor copy = GraphMerge.merge(detached, this);
    save(List.of(copy), InsertStrategy.BATCHED);
    return copy;
  }

  /** Deletes a movie with its roles. */
  void delete(Movie movie) {
    tracker.requireTracked("delete", movie);
    mappers.roles().deleteOfMovie(movie);
    requireRow(mappers.movies().delete(movie), movie);
    tracker.forget(movie);
  }

  /** Deletes an actor with its contact details, stuntman and roles. */
  void delete(Actor actor) {
    tracker.requireTracked("delete", actor);
    mappers.contactDetails().deleteOf(actor);
    mappers.stuntmen().deleteOf(actor);
    mappers.roles().deleteOfActor(actor);
    requireRow(mappers.actors().delete(actor), actor);
    tracker.forget(actor);
  }

  @Override
  public Optional<Movie> movie(long id) {
    return tracked(mappers.movies().find(id));
  }

  @Override
  public Optional<Movie> movieWithCast(long id) {
    return tracked(graphs.movie(id));
  }

  @Override
  public Optional<Actor> actor(long id) {
    return tracked(graphs.actor(id));
  }

  @Override
  public List<Actor> actors(Collection<Long> ids) {
    List<Actor> actors = graphs.actors(ids);
    tracker.track(actors);
    return actors;
  }

  /** Closes the session for batches, which leaves connection and transaction to the other one. */
  void close() {
    if (batches != null) {
      batches.session().close();
    }
  }

  private <E> Optional<E> tracked(Optional<E> found) {
    found.ifPresent(tracker::track);
    return found;
  }

  private Inserts bulk() {
    return switch (usage.ids()) {
      case BLOCKS -> new BulkInserts(mappers);
      case DATABASE -> new MultiRowInserts(mappers);
    };
  }

  private Mappers batches() {
    if (batches == null) {
      batches =
          mappers
              .types()
              .of(
                  usage
                      .sessions()
                      .openSession(ExecutorType.BATCH, mappers.session().getConnection()));
    }
    return batches;
  }

  private long nextBlock(Table table) {
    DatabaseMapper database = mappers.database();
    return switch (table) {
      case MOVIES -> database.nextMovies();
      case ACTORS -> database.nextActors();
      case STUNTMEN -> database.nextStuntmen();
      case CONTACT_DETAILS -> database.nextContactDetails();
    };
  }

  private static void requireRow(int deleted, Object entity) {
    if (deleted == 0) {
      throw new NotFoundException("delete: the row of " + entity + " has gone");
    }
  }
}
