package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.CastList;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.MovieSummary;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.GraphMerge;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.SqlErrors;
import dev.screentest.domain.spi.StoredGraphs;
import dev.screentest.domain.spi.Tracker;
import dev.screentest.domain.spi.UnitSession;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A unit of work on one connection. What it reads it tracks if it may write. */
final class JdbcUnit implements UnitSession {

  private final UnitConnection connection;
  private final Columns columns;
  private final IdSource ids;
  private final @Nullable Tracker tracker;
  private final Entities entities;
  private final MovieQueries movies;
  private final ActorQueries actors;

  /**
   * Creates the unit.
   *
   * @param tracker the memory of a unit that may write; null in one that only reads
   */
  JdbcUnit(UnitConnection connection, Columns columns, IdSource ids, @Nullable Tracker tracker) {
    this.connection = connection;
    this.columns = columns;
    this.ids = ids;
    this.tracker = tracker;
    this.entities = new Entities(columns);
    this.movies = new MovieQueries(connection, entities);
    this.actors = new ActorQueries(connection, entities);
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
  public void saveAll(Collection<Movie> roots, InsertStrategy strategy) {
    save(roots, strategy);
  }

  private void save(Collection<?> roots, InsertStrategy strategy) {
    SavePlan plan = tracker().plan(roots);
    run(() -> new PlanWriter(connection, ids).write(plan, strategy));
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

  @Override
  public void delete(Movie movie) {
    tracker().requireTracked("delete", movie);
    run(() -> new Deletes(connection).movie(movie));
    tracker().forget(movie);
  }

  @Override
  public void delete(Actor actor) {
    tracker().requireTracked("delete", actor);
    run(() -> new Deletes(connection).actor(actor));
    tracker().forget(actor);
  }

  @Override
  public Optional<Movie> findMovie(long id) {
    return tracked(ask(() -> movies.byId(id)));
  }

  @Override
  public Optional<Actor> findActor(long id) {
    return tracked(ask(() -> actors.byId(id)));
  }

  @Override
  public Optional<Actor> findActorWithContactDetails(long id) {
    return tracked(ask(() -> actors.byIdWithContactDetails(id)));
  }

  @Override
  public Optional<ContactDetails> findContactDetails(long id) {
    return tracked(ask(() -> actors.contactDetailsById(id)));
  }

  @Override
  public Optional<Stuntman> findStuntman(long id) {
    return tracked(ask(() -> actors.stuntmanById(id)));
  }

  @Override
  public List<Movie> allMovies() {
    return tracked(ask(movies::all));
  }

  @Override
  public long countMovies() {
    return ask(movies::count);
  }

  @Override
  public boolean existsMovieTitled(String title) {
    return ask(() -> movies.existsTitled(title));
  }

  @Override
  public List<String> distinctTitles() {
    return ask(movies::distinctTitles);
  }

  @Override
  public List<Movie> moviesReleasedAfter(LocalDate day) {
    return tracked(ask(() -> movies.releasedAfter(day)));
  }

  @Override
  public Optional<Movie> firstMovieReleasedAfter(LocalDate day) {
    return tracked(ask(() -> movies.firstReleasedAfter(day)));
  }

  @Override
  public List<Movie> moviesStarring(String actorName) {
    return tracked(ask(() -> movies.starring(actorName)));
  }

  @Override
  public List<Actor> actorsLivingIn(String addressFragment) {
    return tracked(ask(() -> actors.livingIn(addressFragment)));
  }

  @Override
  public List<Movie> searchMovies(MovieSearch search) {
    return tracked(ask(() -> new MovieSearchQuery(connection, entities).moviesOf(search)));
  }

  @Override
  public List<Movie> moviesPage(MovieOrder order, long offset, int limit) {
    return tracked(ask(() -> movies.page(order, offset, limit)));
  }

  @Override
  public List<Movie> moviesPageAfter(String title, long id, int limit) {
    return tracked(ask(() -> movies.pageAfter(title, id, limit)));
  }

  @Override
  public List<Movie> moviesWithCast(IdRange range, FetchDepth depth, FetchStrategy strategy) {
    return tracked(
        ask(
            () ->
                depth == FetchDepth.MOVIES
                    ? movies.inRange(range.first(), range.last())
                    : GraphFetch.of(strategy, connection, columns, entities)
                        .fetch(range.first(), range.last(), depth == FetchDepth.CONTACT_DETAILS)));
  }

  @Override
  public List<MovieCredit> credits(IdRange movieIds) {
    return ask(() -> projections().credits(movieIds.first(), movieIds.last()));
  }

  @Override
  public List<MovieSummary> summaries(IdRange movieIds) {
    return ask(() -> projections().summaries(movieIds.first(), movieIds.last()));
  }

  @Override
  public List<CastList> castLists(IdRange movieIds) {
    return ask(() -> projections().castLists(movieIds.first(), movieIds.last()));
  }

  @Override
  public Stream<Movie> streamMovies() {
    return ask(() -> MovieCursor.open(connection, entities));
  }

  @Override
  public boolean retitleMovie(long id, String title) {
    return ask(() -> new BulkStatements(connection).retitleMovie(id, title));
  }

  @Override
  public int deactivateStuntmenOfActorsBornBefore(LocalDate day) {
    return ask(() -> new BulkStatements(connection).deactivateStuntmenOfActorsBornBefore(day));
  }

  @Override
  public int deleteMoviesReleasedBefore(LocalDate day) {
    return ask(() -> new BulkStatements(connection).deleteMoviesReleasedBefore(day));
  }

  @Override
  public int selectOne() {
    return ask(movies::one);
  }

  /** Does nothing: nothing is ever pending. */
  @Override
  public void flush() {}

  @Override
  public void commit() {
    run(connection::commit);
  }

  @Override
  public void rollback() {
    run(connection::rollback);
  }

  @Override
  public void close() {
    run(connection::close);
  }

  private Projections projections() {
    return new Projections(connection, columns);
  }

  private Tracker tracker() {
    if (tracker == null) {
      throw new IllegalStateException("a unit that only reads was asked to write");
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
    if (tracker != null && found.isPresent()) {
      tracker.track(found.get());
    }
    return found;
  }

  private static <R> R ask(Question<R> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  @FunctionalInterface
  private interface Question<R> {
    R ask() throws SQLException;
  }

  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }

  /** What a merge reads; tracked like everything that is read to be written. */
  private final class Graphs implements StoredGraphs {

    @Override
    public Optional<Movie> movie(long id) {
      return findMovie(id);
    }

    @Override
    public Optional<Movie> movieWithCast(long id) {
      return tracked(ask(() -> new JoinedFetch(connection, entities).fetch(id)));
    }

    @Override
    public Optional<Actor> actor(long id) {
      return findActorWithContactDetails(id);
    }

    @Override
    public List<Actor> actors(Collection<Long> ids) {
      long[] keys = ids.stream().mapToLong(Long::longValue).toArray();
      return tracked(ask(() -> actors.byIdsWithContactDetails(keys)));
    }
  }
}
