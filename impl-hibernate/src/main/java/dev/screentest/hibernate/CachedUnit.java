package dev.screentest.hibernate;

import dev.screentest.domain.Movie;
import dev.screentest.domain.UnitKind;
import java.util.Optional;
import org.hibernate.CacheMode;
import org.hibernate.Session;
import org.hibernate.event.spi.EventSource;
import org.hibernate.query.MutationQuery;

/**
 * A unit of work that finds movies in the cache of the second level, until it changes rows by
 * condition. Hibernate empties the cache when the transaction has ended, but locks nothing in it
 * until then, since it does not know the rows: the unit would find what it has changed itself as it
 * was, and what it reads from the tables would be there for all before it is committed.
 */
final class CachedUnit extends SessionUnit {

  /** Why a movie is not asked for in each unit. */
  static final String FOUND_BEFORE =
      "a movie that another unit has found or written comes from the second-level cache";

  private final Session session;
  private boolean isCacheIgnored;

  CachedUnit(Session session, UnitKind kind) {
    super(session, kind);
    this.session = session;
  }

  @Override
  MutationQuery change(String hql) {
    isCacheIgnored = true;
    session.setCacheMode(CacheMode.IGNORE);
    return super.change(hql);
  }

  /**
   * Finds a movie; {@code find} takes the cache mode from its options, and not from the session.
   */
  @Override
  public Optional<Movie> findMovie(long id) {
    return isCacheIgnored
        ? Optional.ofNullable(session.find(Movie.class, id, CacheMode.IGNORE))
        : super.findMovie(id);
  }

  /**
   * Rolls back. Where the connection has broken, Hibernate does not tell the cache of the end, and
   * would leave its locks in there until they time out.
   */
  @Override
  public void rollback() {
    try {
      super.rollback();
    } catch (RuntimeException failure) {
      session.unwrap(EventSource.class).getActionQueue().afterTransactionCompletion(false);
      throw failure;
    }
  }
}
