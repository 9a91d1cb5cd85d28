package dev.screentest.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be done with movies in a unit of work. Not thread-safe; over when the work returns.
 *
 * <p>Within one result one row is one object; across results only under {@link
 * Capability#UNIT_CACHE}. Lists are ordered by id unless a method says otherwise. To-one relations
 * come with their owner; relations to many are not loaded unless a method says so. Writing fails
 * with {@link ReadOnlyException} in units that are not of kind {@link UnitKind#WRITE}, before any
 * SQL.
 */
public interface UnitOfWork {

  /**
   * Saves a movie and its cast, with the actors' contact details and stuntmen, as far as they are
   * loaded. Takes new objects and objects of this unit; ids are assigned in place. Roles, contact
   * details and stuntmen that were taken out are deleted.
   *
   * @throws DetachedException if any object reached has an id and is not of this unit
   */
  void save(Movie movie);

  /** Saves an actor with its stuntman and contact details, as {@link #save(Movie)} does. */
  void save(Actor actor);

  /** Saves contact details and the actor they belong to, as {@link #save(Actor)} does. */
  void save(ContactDetails details);

  /** Saves a stuntman and the actor it belongs to, as {@link #save(Actor)} does. */
  void save(Stuntman stuntman);

  /** Saves movies as {@link #save(Movie)} does, inserting new rows by the given strategy. */
  void saveAll(Collection<Movie> movies, InsertStrategy strategy);

  /**
   * Writes the state of a detached movie, with the reach of {@link #save(Movie)}, over the stored
   * one and returns the stored copy, which is of this unit. The argument stays as it is. Objects
   * without an id are stored as new ones. Relations that are not loaded stay untouched; roles,
   * contact details and stuntmen that a loaded relation lacks are deleted.
   *
   * @throws NotFoundException if a row that the argument names is not there
   */
  Movie merge(Movie detached);

  /** Merges a detached actor, as {@link #merge(Movie)} does. */
  Actor merge(Actor detached);

  /**
   * Deletes a movie of this unit and its roles.
   *
   * @throws NotFoundException if its row has gone
   */
  void delete(Movie movie);

  /**
   * Deletes an actor of this unit with its contact details, stuntman and roles.
   *
   * @throws NotFoundException if its row has gone
   */
  void delete(Actor actor);

  /** Returns the movie with the given id, if it is there. */
  Optional<Movie> findMovie(long id);

  /** Returns the actor with the given id, if it is there. */
  Optional<Actor> findActor(long id);

  /**
   * Returns the actor with the given id and its contact details, if it is there, by one statement.
   */
  Optional<Actor> findActorWithContactDetails(long id);

  /** Returns the contact details with the given id, if they are there. */
  Optional<ContactDetails> findContactDetails(long id);

  /** Returns the stuntman with the given id, if it is there. */
  Optional<Stuntman> findStuntman(long id);

  /** Returns all movies. */
  List<Movie> allMovies();

  /** Returns the number of movies, counted by the database. */
  long countMovies();

  /** Returns whether there is a movie with exactly this title. */
  boolean existsMovieTitled(String title);

  /** Returns the different titles of all movies, in the order of code points. */
  List<String> distinctTitles();

  /** Returns the movies released after a day; those without a date are not among them. */
  List<Movie> moviesReleasedAfter(LocalDate day);

  /**
   * Returns the movie that was released first after a day, the one of the smallest id among equals.
   */
  Optional<Movie> firstMovieReleasedAfter(LocalDate day);

  /** Returns the movies in which an actor of exactly this name plays. */
  List<Movie> moviesStarring(String actorName);

  /**
   * Returns the actors of whom an address contains the fragment, each once. Case does not matter,
   * for ASCII letters at least; {@code %}, {@code _} and the backslash stand for themselves.
   */
  List<Actor> actorsLivingIn(String addressFragment);

  /**
   * Returns the movies that fit a search form, by one statement that has only the conditions that
   * are given. {@code %}, {@code _} and the backslash stand for themselves.
   */
  List<Movie> searchMovies(MovieSearch search);

  /** Returns at most {@code limit} movies of an order, after the first {@code offset} ones. */
  List<Movie> moviesPage(MovieOrder order, long offset, int limit);

  /**
   * Returns at most {@code limit} movies in the order of {@link MovieOrder#TITLE}, after the movie
   * with this title and id; from the start after {@code ("", 0)}.
   */
  List<Movie> moviesPageAfter(String title, long id, int limit);

  /**
   * Returns the movies with ids in a range, with their cast as deep as told, by the given strategy.
   * An actor's movies are not loaded.
   */
  List<Movie> moviesWithCast(IdRange ids, FetchDepth depth, FetchStrategy strategy);

  /** Returns every role in the movies with ids in a range, by movie id, then actor id. */
  List<MovieCredit> credits(IdRange movieIds);

  /** Returns a summary of each movie with an id in a range. */
  List<MovieSummary> summaries(IdRange movieIds);

  /**
   * Returns the cast of each movie with an id in a range, as nested records, by one statement; a
   * movie without actors has an empty one.
   */
  List<CastList> castLists(IdRange movieIds);

  /**
   * Returns all movies as they come from a server-side cursor, in constant memory and closed with
   * the unit. No identity is promised, and they are not of this unit.
   *
   * @throws UnsupportedCapabilityException in a unit of kind {@link UnitKind#QUERY}, which can have
   *     no cursor: without a transaction the driver would hold the whole result
   */
  Stream<Movie> streamMovies();

  /**
   * Gives a movie another title by one statement, without reading it, and returns whether there is
   * such a movie. Objects of this unit do not notice.
   */
  boolean retitleMovie(long id, String title);

  /**
   * Marks as inactive the active stuntmen of actors born before a day, by one statement, and
   * returns their number. Objects of this unit do not notice.
   */
  int deactivateStuntmenOfActorsBornBefore(LocalDate day);

  /**
   * Deletes the movies released before a day and their roles, by one statement for each table, and
   * returns the number of movies. Objects of this unit do not notice.
   */
  int deleteMoviesReleasedBefore(LocalDate day);

  /** Asks the database for the number 1: what a statement costs without any mapping. */
  int selectOne();
}
