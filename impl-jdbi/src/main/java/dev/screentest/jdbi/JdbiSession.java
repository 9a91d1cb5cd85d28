package dev.screentest.jdbi;

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
import dev.screentest.domain.spi.LikePattern;
import dev.screentest.domain.spi.UnitSession;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A unit of work: one handle, and what runs statements on it. */
final class JdbiSession implements UnitSession {

  private final UnitHandle unit;
  private final Daos daos;

  /** What writes, and knows the objects of this unit; in units of kind WRITE only. */
  private final @Nullable GraphWriter writer;

  JdbiSession(UnitHandle unit, Daos daos, @Nullable GraphWriter writer) {
    this.unit = unit;
    this.daos = daos;
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
    return tracked(daos.movies().find(id));
  }

  @Override
  public Optional<Actor> findActor(long id) {
    return tracked(daos.actors().find(id));
  }

  @Override
  public Optional<Actor> findActorWithContactDetails(long id) {
    return tracked(daos.graphs().actorWithContactDetails(id));
  }

  @Override
  public Optional<ContactDetails> findContactDetails(long id) {
    return tracked(daos.actors().findContactDetails(id));
  }

  @Override
  public Optional<Stuntman> findStuntman(long id) {
    return tracked(daos.actors().findByStuntman(id).map(Actor::getStuntman));
  }

  @Override
  public List<Movie> allMovies() {
    return tracked(daos.catalogue().movies());
  }

  @Override
  public long countMovies() {
    return daos.catalogue().count();
  }

  @Override
  public boolean existsMovieTitled(String title) {
    return daos.searches().existsTitled(title);
  }

  @Override
  public List<String> distinctTitles() {
    return daos.catalogue().titles();
  }

  @Override
  public List<Movie> moviesReleasedAfter(LocalDate day) {
    return tracked(daos.searches().releasedAfter(day));
  }

  @Override
  public Optional<Movie> firstMovieReleasedAfter(LocalDate day) {
    return tracked(daos.searches().firstReleasedAfter(day));
  }

  @Override
  public List<Movie> moviesStarring(String actorName) {
    return tracked(daos.searches().starring(actorName));
  }

  @Override
  public List<Actor> actorsLivingIn(String addressFragment) {
    return tracked(daos.actors().livingAt(LikePattern.containing(addressFragment)));
  }

  @Override
  public List<Movie> searchMovies(MovieSearch search) {
    SearchConditions conditions = SearchConditions.of(search);
    return tracked(daos.searches().search(conditions.where(), conditions.values()));
  }

  @Override
  public List<Movie> moviesPage(MovieOrder order, long offset, int limit) {
    MoviePageDao pages = daos.pages();
    return tracked(
        switch (order) {
          case ID -> pages.byId(offset, limit);
          case TITLE -> pages.byTitle(offset, limit);
          case RELEASE_DATE -> pages.byReleaseDate(offset, limit);
        });
  }

  @Override
  public List<Movie> moviesPageAfter(String title, long id, int limit) {
    return tracked(daos.pages().afterTitle(title, id, limit));
  }

  @Override
  public List<Movie> moviesWithCast(IdRange ids, FetchDepth depth, FetchStrategy strategy) {
    return tracked(new CastLoader(daos).load(ids, depth, strategy));
  }

  @Override
  public List<MovieCredit> credits(IdRange movieIds) {
    return daos.projections().credits(movieIds.first(), movieIds.last());
  }

  @Override
  public List<MovieSummary> summaries(IdRange movieIds) {
    return daos.projections().summaries(movieIds.first(), movieIds.last());
  }

  @Override
  public List<CastList> castLists(IdRange movieIds) {
    return daos.projections().castLists(movieIds.first(), movieIds.last());
  }

  @Override
  public Stream<Movie> streamMovies() {
    return daos.catalogue().stream();
  }

  @Override
  public boolean retitleMovie(long id, String title) {
    return daos.bulkStatements().retitleMovie(id, title);
  }

  @Override
  public int deactivateStuntmenOfActorsBornBefore(LocalDate day) {
    return daos.bulkStatements().deactivateStuntmenOfActorsBornBefore(day);
  }

  @Override
  public int deleteMoviesReleasedBefore(LocalDate day) {
    BulkStatementDao statements = daos.bulkStatements();
    statements.deleteRolesInMoviesReleasedBefore(day);
    return statements.deleteMoviesReleasedBefore(day);
  }

  @Override
  public int selectOne() {
    return daos.server().one();
  }

  /** Nothing is pending: every statement was sent when it was asked for. */
  @Override
  public void flush() {}

  @Override
  public void commit() {
    unit.commit();
  }

  @Override
  public void rollback() {
    unit.rollback();
  }

  @Override
  public void close() {
    unit.close();
  }

  private GraphWriter writer() {
    if (writer == null) {
      throw new IllegalStateException("only a unit of kind WRITE writes");
    }
    return writer;
  }

  private <E> List<E> tracked(List<E> entities) {
    if (writer != null) {
      writer.track(entities);
    }
    return entities;
  }

  private <E> Optional<E> tracked(Optional<E> entity) {
    entity.ifPresent(found -> tracked(List.of(found)));
    return entity;
  }
}
