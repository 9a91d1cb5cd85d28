package dev.screentest.hibernate;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.domain.spi.GraphMerge;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.StoredGraphs;
import dev.screentest.domain.spi.Tracker;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that is a {@link StatelessSession}: Hibernate maps rows and writes what it is told
 * to, and the contract's {@link Tracker} knows what that is. What it reads it tracks if it may
 * write.
 */
final class StatelessUnit extends HqlUnit {

  private final StatelessSession session;
  private final IdBlocks ids;
  private final @Nullable Tracker tracker;

  StatelessUnit(StatelessSession session, UnitKind kind, IdBlocks ids) {
    super(session, kind);
    this.session = session;
    this.ids = ids;
    this.tracker = kind == UnitKind.WRITE ? new Tracker(this::isLoaded) : null;
  }

  /**
   * Asks for objects that are read-only, in the session's sense: it never compares them with what
   * was read, and so need not keep it.
   */
  @Override
  <R> SelectionQuery<R> select(String hql, Class<R> resultType) {
    return super.select(hql, resultType).setReadOnly(true);
  }

  @Override
  public void save(Movie movie) {
    save(List.of(movie), InsertStrategy.BATCHED);
  }

  @Override
  public void save(Actor actor) {
    save(List.of(actor), InsertStrategy.BATCHED);
  }

  @Override
  public void save(ContactDetails details) {
    save(List.of(details), InsertStrategy.BATCHED);
  }

  @Override
  public void save(Stuntman stuntman) {
    save(List.of(stuntman), InsertStrategy.BATCHED);
  }

  @Override
  public void saveAll(Collection<Movie> movies, InsertStrategy strategy) {
    save(movies, strategy);
  }

  private void save(Collection<?> roots, InsertStrategy strategy) {
    SavePlan plan = tracker().plan(roots);
    new StatelessWriter(session, ids).write(plan, strategy);
    tracker().saved(plan);
  }

  @Override
  public Movie merge(Movie detached) {
    Movie copy = GraphMerge.merge(detached, new Graphs());
    save(copy);
    return copy;
  }

  @Override
  public Actor merge(Actor detached) {
    Actor copy = GraphMerge.merge(detached, new Graphs());
    save(copy);
    return copy;
  }

  /** Deletes by HQL, which clears the link table by a statement of its own. */
  @Override
  public void delete(Movie movie) {
    tracker().requireTracked("delete", movie);
    requireDeleted(delete("delete from Movie where id = :id", movie.getId()), movie);
    tracker().forget(movie);
  }

  /** Deletes by HQL, which clears the link table here, too: an actor knows its movies. */
  @Override
  public void delete(Actor actor) {
    tracker().requireTracked("delete", actor);
    delete("delete from ContactDetails where actor.id = :id", actor.getId());
    delete("delete from Stuntman where actor.id = :id", actor.getId());
    requireDeleted(delete("delete from Actor where id = :id", actor.getId()), actor);
    tracker().forget(actor);
  }

  private int delete(String hql, @Nullable Long id) {
    return change(hql).setParameter("id", id).executeUpdate();
  }

  private static void requireDeleted(int rows, Object entity) {
    if (rows == 0) {
      throw new NotFoundException("delete: the row of " + entity + " has gone");
    }
  }

  @Override
  public Optional<Movie> findMovie(long id) {
    return tracked(Optional.ofNullable(session.get(Movie.class, id)));
  }

  @Override
  public Optional<Actor> findActor(long id) {
    return tracked(Optional.ofNullable(session.get(Actor.class, id)));
  }

  @Override
  public Optional<ContactDetails> findContactDetails(long id) {
    return tracked(Optional.ofNullable(session.get(ContactDetails.class, id)));
  }

  @Override
  public Optional<Stuntman> findStuntman(long id) {
    return tracked(Optional.ofNullable(session.get(Stuntman.class, id)));
  }

  @Override
  public Optional<Actor> findActorWithContactDetails(long id) {
    return tracked(super.findActorWithContactDetails(id));
  }

  @Override
  public List<Movie> allMovies() {
    return tracked(super.allMovies());
  }

  @Override
  public List<Movie> moviesReleasedAfter(LocalDate day) {
    return tracked(super.moviesReleasedAfter(day));
  }

  @Override
  public Optional<Movie> firstMovieReleasedAfter(LocalDate day) {
    return tracked(super.firstMovieReleasedAfter(day));
  }

  @Override
  public List<Movie> moviesStarring(String actorName) {
    return tracked(super.moviesStarring(actorName));
  }

  @Override
  public List<Actor> actorsLivingIn(String addressFragment) {
    return tracked(super.actorsLivingIn(addressFragment));
  }

  @Override
  public List<Movie> searchMovies(MovieSearch search) {
    return tracked(super.searchMovies(search));
  }

  @Override
  public List<Movie> moviesPage(MovieOrder order, long offset, int limit) {
    return tracked(super.moviesPage(order, offset, limit));
  }

  @Override
  public List<Movie> moviesPageAfter(String title, long id, int limit) {
    return tracked(super.moviesPageAfter(title, id, limit));
  }

  @Override
  public List<Movie> moviesWithCast(IdRange range, FetchDepth depth, FetchStrategy strategy) {
    return tracked(
        switch (strategy) {
          case N_PLUS_ONE -> new QueriedCasts(this, 1).fetch(movies(range), depth);
          case BATCHED ->
              new QueriedCasts(this, FetchStrategy.KEYS_PER_STATEMENT).fetch(movies(range), depth);
          case JOINED -> moviesJoined(range, depth);
          case NESTED ->
              throw new UnsupportedCapabilityException(Capability.NESTED, SessionUnit.NO_NESTED);
        });
  }

  private Tracker tracker() {
    if (tracker == null) {
      throw new IllegalStateException("a unit that only reads was told to write");
    }
    return tracker;
  }

  private <E> List<E> tracked(List<E> found) {
    if (tracker != null) {
      tracker.track(found);
    }
    return found;
  }

  private <E> Optional<E> tracked(Optional<E> found) {
    if (tracker != null) {
      found.ifPresent(tracker::track);
    }
    return found;
  }

  /** Does nothing: a stateless session writes when it is told to. */
  @Override
  public void flush() {}

  /** The stored side of a merge. */
  private final class Graphs implements StoredGraphs {

    @Override
    public Optional<Movie> movie(long id) {
      return findMovie(id);
    }

    @Override
    public Optional<Movie> movieWithCast(long id) {
      return tracked(StatelessUnit.this.movieWithCast(id));
    }

    @Override
    public Optional<Actor> actor(long id) {
      return findActorWithContactDetails(id);
    }

    @Override
    public List<Actor> actors(Collection<Long> actorIds) {
      return tracked(actorsWithContactDetails(actorIds));
    }

    @Override
    public boolean isLoaded(Set<?> relation) {
      return StatelessUnit.this.isLoaded(relation);
    }
  }
}
