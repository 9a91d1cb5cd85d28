package dev.screentest.hibernate;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.DetachedException;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnsupportedCapabilityException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** A unit of work that is a {@link Session}. */
class SessionUnit extends HqlUnit {

  /** Why there is no {@link FetchStrategy#NESTED}. */
  static final String NO_NESTED =
      "HQL can aggregate rows into JSON or arrays, but Hibernate makes strings and arrays of them,"
          + " and no entities";

  /** Why there is no {@link InsertStrategy#BULK}. */
  static final String NO_BULK =
      "the fastest that a Session has is JDBC batching, which is BATCHED; see the variant"
          + " stateless";

  /** Why {@link InsertStrategy#BATCHED} is row by row where ids come back from the insert. */
  static final String NO_BATCHES =
      "Hibernate inserts each row when it is saved, since its id comes back from the insert";

  /** Why the deletion of an actor costs more than a statement for each table. */
  static final String PARTS_BY_ID =
      "a Session loads what it deletes by cascade, and deletes each part by its id";

  /** Why units share nothing, but in one variant. */
  static final String NO_SHARED_CACHE =
      "the second-level cache is off, as it is by default; see the variant cached";

  private final Session session;

  SessionUnit(Session session, UnitKind kind) {
    super(session, kind);
    this.session = session;
  }

  @Override
  public final void save(Movie movie) {
    persist(movie, movie.getId());
  }

  @Override
  public final void save(Actor actor) {
    persist(actor, actor.getId());
  }

  @Override
  public final void save(ContactDetails details) {
    requireActor(details, details.getActor());
    persist(details, details.getId());
  }

  @Override
  public final void save(Stuntman stuntman) {
    requireActor(stuntman, stuntman.getActor());
    persist(stuntman, stuntman.getId());
  }

  private static void requireActor(Object entity, @Nullable Actor actor) {
    if (actor == null) {
      throw new InvalidArgumentException("save: " + entity + " has no actor; set one first");
    }
  }

  /**
   * Persists; without the check an object that this unit has deleted would become managed again.
   */
  private void persist(Object entity, @Nullable Long id) {
    if (id != null) {
      requireManaged("save", entity);
    }
    session.persist(entity);
  }

  private void requireManaged(String operation, Object entity) {
    if (!session.contains(entity)) {
      throw new DetachedException(
          operation + ": " + entity + " is not of this unit of work; load it here, or merge it");
    }
  }

  @Override
  public final void saveAll(Collection<Movie> movies, InsertStrategy strategy) {
    switch (strategy) {
      case ROW_BY_ROW -> saveRowByRow(movies);
      case BATCHED -> movies.forEach(this::save);
      case BULK -> throw new UnsupportedCapabilityException(Capability.BULK, NO_BULK);
    }
  }

  /** Writes now, what was pending before excepted, because the batch size counts at the flush. */
  private void saveRowByRow(Collection<Movie> movies) {
    session.flush();
    Integer before = session.getJdbcBatchSize();
    session.setJdbcBatchSize(1);
    try {
      movies.forEach(this::save);
      session.flush();
    } finally {
      session.setJdbcBatchSize(before);
    }
  }

  @Override
  public final Movie merge(Movie detached) {
    return new Merge(session, this).movie(detached);
  }

  @Override
  public final Actor merge(Actor detached) {
    return new Merge(session, this).actor(detached);
  }

  @Override
  public final void delete(Movie movie) {
    requireManaged("delete", movie);
    session.remove(movie);
  }

  /**
   * Deletes an actor; its roles first, because they belong to the movies. Casts in memory lose it,
   * or else the cascade from a movie would make it managed again.
   */
  @Override
  public final void delete(Actor actor) {
    requireManaged("delete", actor);
    for (Movie movie : session.getManagedEntities(Movie.class)) {
      if (isLoaded(movie.getActors())) {
        movie.getActors().remove(actor);
      }
    }
    session
        .createNativeMutationQuery("delete from movies_actors where actor_id = :id")
        .setParameter("id", actor.getId())
        .executeUpdate();
    session.remove(actor);
  }

  @Override
  public Optional<Movie> findMovie(long id) {
    return Optional.ofNullable(session.find(Movie.class, id));
  }

  @Override
  public final Optional<Actor> findActor(long id) {
    return Optional.ofNullable(session.find(Actor.class, id));
  }

  @Override
  public final Optional<ContactDetails> findContactDetails(long id) {
    return Optional.ofNullable(session.find(ContactDetails.class, id));
  }

  @Override
  public final Optional<Stuntman> findStuntman(long id) {
    return Optional.ofNullable(session.find(Stuntman.class, id));
  }

  @Override
  public final List<Movie> moviesWithCast(IdRange ids, FetchDepth depth, FetchStrategy strategy) {
    return switch (strategy) {
      case N_PLUS_ONE -> new LazyCasts(session).oneByOne(() -> movies(ids), depth);
      case BATCHED -> new LazyCasts(session).inBatches(() -> movies(ids), depth);
      case JOINED -> moviesJoined(ids, depth);
      case NESTED -> throw new UnsupportedCapabilityException(Capability.NESTED, NO_NESTED);
    };
  }

  /** Flushes once: the commit would flush again, and compare every object with its row again. */
  @Override
  public final void flush() {
    if (kind() == UnitKind.WRITE) {
      session.flush();
      session.setHibernateFlushMode(FlushMode.MANUAL);
    }
  }
}
