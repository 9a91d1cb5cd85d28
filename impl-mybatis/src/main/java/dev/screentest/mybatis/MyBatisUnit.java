package dev.screentest.mybatis;

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
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.spi.LikePattern;
import dev.screentest.domain.spi.SqlErrors;
import dev.screentest.domain.spi.UnitSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** A unit of work on one {@code SqlSession}, whose mappers do everything that reads. */
final class MyBatisUnit implements UnitSession {

  private final SqlSession session;
  private final UnitKind kind;
  private final Mappers mappers;
  private final GraphReader graphs;

  /** What writes, and knows the objects of this unit; only in units of kind WRITE. */
  private final @Nullable UnitWriter writer;

  MyBatisUnit(Mappers mappers, GraphReader graphs, UnitKind kind, @Nullable UnitWriter writer) {
    this.session = mappers.session();
    this.mappers = mappers;
    this.graphs = graphs;
    this.kind = kind;
    this.writer = writer;
  }

  @Override
  public void save(Movie movie) {
    writer().save(List.of(movie), InsertStrategy.BATCHED);
  }

  @Override
  public void save(Actor actor) {
    writer().save(List.of(actor), InsertStrategy.BATCHED);
  }

  @Override
  public void save(ContactDetails details) {
    writer().save(List.of(details), InsertStrategy.BATCHED);
  }

  @Override
  public void save(Stuntman stuntman) {
    writer().save(List.of(stuntman), InsertStrategy.BATCHED);
  }

  @Override
  public void saveAll(Collection<Movie> movies, InsertStrategy strategy) {
    writer().save(movies, strategy);
  }

  @Override
  public Movie merge(Movie detached) {
    return writer().merge(detached);
  }

  @Override
  public Actor merge(Actor detached) {
    return writer().merge(detached);
  }

  @Override
  public void delete(Movie movie) {
    writer().delete(movie);
  }

  @Override
  public void delete(Actor actor) {
    writer().delete(actor);
  }

  @Override
  public Optional<Movie> findMovie(long id) {
    return tracked(movies().find(id));
  }

  @Override
  public Optional<Actor> findActor(long id) {
    return tracked(actors().find(id));
  }

  @Override
  public Optional<Actor> findActorWithContactDetails(long id) {
    return tracked(graphs.actor(id));
  }

  @Override
  public Optional<ContactDetails> findContactDetails(long id) {
    return tracked(mappers.contactDetails().find(id));
  }

  @Override
  public Optional<Stuntman> findStuntman(long id) {
    return tracked(mappers.stuntmen().find(id));
  }

  @Override
  public List<Movie> allMovies() {
    return tracked(movies().all());
  }

  @Override
  public long countMovies() {
    return movies().count();
  }

  @Override
  public boolean existsMovieTitled(String title) {
    return movies().existsTitled(title);
  }

  @Override
  public List<String> distinctTitles() {
    return movies().distinctTitles();
  }

  @Override
  public List<Movie> moviesReleasedAfter(LocalDate day) {
    return tracked(movies().releasedAfter(day));
  }

  @Override
  public Optional<Movie> firstMovieReleasedAfter(LocalDate day) {
    return tracked(movies().firstReleasedAfter(day));
  }

  @Override
  public List<Movie> moviesStarring(String actorName) {
    return tracked(movies().starring(actorName));
  }

  @Override
  public List<Actor> actorsLivingIn(String addressFragment) {
    return tracked(actors().livingIn(LikePattern.containing(addressFragment)));
  }

  @Override
  public List<Movie> searchMovies(MovieSearch search) {
    String fragment = search.titleFragment();
    return tracked(
        movies()
            .search(
                fragment == null ? null : LikePattern.containing(fragment),
                search.releasedAfter(),
                search.actorName()));
  }

  @Override
  public List<Movie> moviesPage(MovieOrder order, long offset, int limit) {
    return tracked(movies().page(order, offset, limit));
  }

  @Override
  public List<Movie> moviesPageAfter(String title, long id, int limit) {
    return tracked(movies().pageAfter(title, id, limit));
  }

  @Override
  public List<Movie> moviesWithCast(IdRange ids, FetchDepth depth, FetchStrategy strategy) {
    return tracked(graphs.movies(ids, depth, strategy));
  }

  @Override
  public List<MovieCredit> credits(IdRange movieIds) {
    return movies().credits(movieIds);
  }

  @Override
  public List<MovieSummary> summaries(IdRange movieIds) {
    return movies().summaries(movieIds);
  }

  @Override
  public List<CastList> castLists(IdRange movieIds) {
    return graphs.castLists(movieIds);
  }

  @Override
  public Stream<Movie> streamMovies() {
    Cursor<Movie> cursor = movies().stream();
    return StreamSupport.stream(cursor.spliterator(), false).onClose(() -> close(cursor));
  }

  private static void close(Cursor<?> cursor) {
    try {
      cursor.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the cursor could not be closed", e);
    }
  }

  @Override
  public boolean retitleMovie(long id, String title) {
    return movies().retitle(id, title) == 1;
  }

  @Override
  public int deactivateStuntmenOfActorsBornBefore(LocalDate day) {
    return mappers.stuntmen().deactivateOfActorsBornBefore(day);
  }

  @Override
  public int deleteMoviesReleasedBefore(LocalDate day) {
    mappers.roles().deleteOfMoviesReleasedBefore(day);
    return movies().deleteReleasedBefore(day);
  }

  @Override
  public int selectOne() {
    return mappers.database().selectOne();
  }

  @Override
  public void flush() {
    // Nothing is pending: every save has flushed its batches.
  }

  /** Commits by force: without it MyBatis commits only what it saw writing. */
  @Override
  public void commit() {
    session.commit(true);
  }

  /** Rolls back by force: without it MyBatis rolls back only what it saw writing. */
  @Override
  public void rollback() {
    session.rollback(true);
  }

  @Override
  public void close() {
    try (session) {
      if (writer != null) {
        writer.close();
      }
      if (kind == UnitKind.READ) {
        session.getConnection().setReadOnly(false);
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  private MovieMapper movies() {
    return mappers.movies();
  }

  private ActorMapper actors() {
    return mappers.actors();
  }

  private UnitWriter writer() {
    if (writer == null) {
      throw new IllegalStateException("a unit of kind " + kind + " was told to write");
    }
    return writer;
  }

  private <E> Optional<E> tracked(Optional<E> found) {
    if (writer != null) {
      found.ifPresent(writer::track);
    }
    return found;
  }

  private <E> List<E> tracked(List<E> found) {
    if (writer != null) {
      writer.track(found);
    }
    return found;
  }
}
