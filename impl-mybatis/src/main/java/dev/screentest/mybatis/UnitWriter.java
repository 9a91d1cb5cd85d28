package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
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
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of kind WRITE writes, and the objects that it knows. A session has one kind of
 * executor, so rows that go in batches go through a second session, on the first one's connection
 * and in its transaction.
 */
final class UnitWriter implements StoredGraphs {

  private final SqlSession session;
  private final SqlSessionFactory sessions;
  private final IdBlocks ids;
  private final Tracker tracker = new Tracker();
  private @Nullable SqlSession batches;

  UnitWriter(SqlSession session, SqlSessionFactory sessions, IdBlocks ids) {
    this.session = session;
    this.sessions = sessions;
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
    RowSender rows = new RowSender(strategy == InsertStrategy.ROW_BY_ROW ? session : batches());
    Inserts inserts =
        strategy == InsertStrategy.BULK ? new BulkInserts(session) : new RowInserts(rows);

    rows.send(StuntmanMapper.class, StuntmanMapper::delete, plan.orphanedStuntmen());
    rows.send(
        ContactDetailsMapper.class, ContactDetailsMapper::delete, plan.orphanedContactDetails());
    plan.assignIds(ids, this::nextBlock);
    inserts.actors(plan.newActors());
    inserts.movies(plan.newMovies());
    rows.send(ActorMapper.class, ActorMapper::update, plan.changedActors());
    rows.send(MovieMapper.class, MovieMapper::update, plan.changedMovies());
    rows.send(StuntmanMapper.class, StuntmanMapper::update, plan.changedStuntmen());
    rows.send(
        ContactDetailsMapper.class, ContactDetailsMapper::update, plan.changedContactDetails());
    inserts.stuntmen(plan.newStuntmen());
    inserts.contactDetails(plan.newContactDetails());
    rows.send(RoleMapper.class, RoleMapper::delete, plan.lostRoles());
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
    session.getMapper(RoleMapper.class).deleteOfMovie(movie);
    requireRow(session.getMapper(MovieMapper.class).delete(movie), movie);
    tracker.forget(movie);
  }

  /** Deletes an actor with its contact details, stuntman and roles. */
  void delete(Actor actor) {
    tracker.requireTracked("delete", actor);
    session.getMapper(ContactDetailsMapper.class).deleteOf(actor);
    session.getMapper(StuntmanMapper.class).deleteOf(actor);
    session.getMapper(RoleMapper.class).deleteOfActor(actor);
    requireRow(session.getMapper(ActorMapper.class).delete(actor), actor);
    tracker.forget(actor);
  }

  @Override
  public Optional<Movie> movie(long id) {
    Optional<Movie> movie = session.getMapper(MovieMapper.class).find(id);
    movie.ifPresent(tracker::track);
    return movie;
  }

  @Override
  public Optional<Movie> movieWithCast(long id) {
    List<Movie> movies =
        new CastReader(session)
            .movies(IdRange.of(id), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED);
    tracker.track(movies);
    return movies.stream().findFirst();
  }

  @Override
  public List<Actor> actors(Collection<Long> ids) {
    List<Actor> actors = new CastReader(session).actors(ids);
    tracker.track(actors);
    return actors;
  }

  /** Closes the session for batches, which leaves connection and transaction to the other one. */
  void close() {
    if (batches != null) {
      batches.close();
    }
  }

  private SqlSession batches() {
    if (batches == null) {
      batches = sessions.openSession(ExecutorType.BATCH, session.getConnection());
    }
    return batches;
  }

  private long nextBlock(Table table) {
    return session.getMapper(DatabaseMapper.class).nextValue(table.sequence());
  }

  private static void requireRow(int deleted, Object entity) {
    if (deleted == 0) {
      throw new NotFoundException("delete: the row of " + entity + " has gone");
    }
  }
}
