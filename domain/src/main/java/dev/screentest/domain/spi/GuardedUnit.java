package dev.screentest.domain.spi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.CastList;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.MovieSummary;
import dev.screentest.domain.ReadOnlyException;
import dev.screentest.domain.StoreException;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitFinishedException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.domain.Values;
import dev.screentest.domain.Variant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that checks arguments, kind, capabilities and state, and translates exceptions.
 */
final class GuardedUnit implements UnitOfWork {

  private final UnitKind kind;
  private final Variant variant;
  private final UnitSession session;
  private final UnitOpener opener;
  private List<GuardedStream<?>> streams = List.of();
  private @Nullable StoreException failure;
  private boolean finished;

  GuardedUnit(UnitKind kind, Variant variant, UnitSession session, UnitOpener opener) {
    this.kind = kind;
    this.variant = variant;
    this.session = session;
    this.opener = opener;
  }

  /** Returns the first error of the store in this unit, which can then only roll back. */
  @Nullable StoreException failure() {
    return failure;
  }

  /** Ends the unit: closes its streams and refuses every further call. */
  void finish() {
    try {
      streams.forEach(GuardedStream::close);
    } catch (RuntimeException thrown) {
      throw opener.translate(thrown);
    } finally {
      finished = true;
    }
  }

  /** Ends a unit that failed; what goes wrong on the way is suppressed by the reason. */
  void abandon(Throwable reason) {
    for (GuardedStream<?> stream : streams) {
      try {
        stream.close();
      } catch (RuntimeException further) {
        reason.addSuppressed(further);
      }
    }
    finished = true;
  }

  @Override
  public void save(Movie movie) {
    call(
        unit -> {
          requireWrite("save");
          unit.save(notNull("save: the object", movie));
        });
  }

  @Override
  public void save(Actor actor) {
    call(
        unit -> {
          requireWrite("save");
          unit.save(notNull("save: the object", actor));
        });
  }

  @Override
  public void save(ContactDetails details) {
    call(
        unit -> {
          requireWrite("save");
          unit.save(notNull("save: the object", details));
        });
  }

  @Override
  public void save(Stuntman stuntman) {
    call(
        unit -> {
          requireWrite("save");
          unit.save(notNull("save: the object", stuntman));
        });
  }

  @Override
  public void saveAll(Collection<Movie> movies, InsertStrategy strategy) {
    call(
        unit -> {
          requireWrite("saveAll");
          notNull("saveAll: the strategy", strategy);
          for (Movie movie : notNull("saveAll: the collection", movies)) {
            notNull("saveAll: a movie", movie);
          }
          if (strategy == InsertStrategy.BULK) {
            require(Capability.BULK);
          }
          unit.saveAll(movies, strategy);
        });
  }

  @Override
  public Movie merge(Movie detached) {
    return ask(
        unit -> {
          requireWrite("merge");
          require(Capability.MERGE);
          GraphCheck.movie(notNull("merge: the movie", detached), unit);
          return unit.merge(detached);
        });
  }

  @Override
  public Actor merge(Actor detached) {
    return ask(
        unit -> {
          requireWrite("merge");
          require(Capability.MERGE);
          GraphCheck.actor(notNull("merge: the actor", detached), unit);
          return unit.merge(detached);
        });
  }

  @Override
  public void delete(Movie movie) {
    call(
        unit -> {
          requireWrite("delete");
          requireStored(notNull("delete: the movie", movie).getId(), movie);
          unit.delete(movie);
        });
  }

  @Override
  public void delete(Actor actor) {
    call(
        unit -> {
          requireWrite("delete");
          requireStored(notNull("delete: the actor", actor).getId(), actor);
          unit.delete(actor);
        });
  }

  @Override
  public Optional<Movie> findMovie(long id) {
    return ask(unit -> unit.findMovie(id));
  }

  @Override
  public Optional<Actor> findActor(long id) {
    return ask(unit -> unit.findActor(id));
  }

  @Override
  public Optional<Actor> findActorWithContactDetails(long id) {
    return ask(unit -> unit.findActorWithContactDetails(id));
  }

  @Override
  public Optional<ContactDetails> findContactDetails(long id) {
    return ask(unit -> unit.findContactDetails(id));
  }

  @Override
  public Optional<Stuntman> findStuntman(long id) {
    return ask(unit -> unit.findStuntman(id));
  }

  @Override
  public List<Movie> allMovies() {
    return ask(UnitOfWork::allMovies);
  }

  @Override
  public long countMovies() {
    return ask(UnitOfWork::countMovies);
  }

  @Override
  public boolean existsMovieTitled(String title) {
    return ask(
        unit -> {
          Values.text("existsMovieTitled: the title", title);
          return unit.existsMovieTitled(title);
        });
  }

  @Override
  public List<String> distinctTitles() {
    return ask(UnitOfWork::distinctTitles);
  }

  @Override
  public List<Movie> moviesReleasedAfter(LocalDate day) {
    return ask(
        unit -> {
          date("moviesReleasedAfter: the day", day);
          return unit.moviesReleasedAfter(day);
        });
  }

  @Override
  public Optional<Movie> firstMovieReleasedAfter(LocalDate day) {
    return ask(
        unit -> {
          date("firstMovieReleasedAfter: the day", day);
          return unit.firstMovieReleasedAfter(day);
        });
  }

  @Override
  public List<Movie> moviesStarring(String actorName) {
    return ask(
        unit -> {
          Values.text("moviesStarring: the name", actorName);
          return unit.moviesStarring(actorName);
        });
  }

  @Override
  public List<Actor> actorsLivingIn(String addressFragment) {
    return ask(
        unit -> {
          Values.text("actorsLivingIn: the fragment", addressFragment);
          return unit.actorsLivingIn(addressFragment);
        });
  }

  @Override
  public List<Movie> searchMovies(MovieSearch search) {
    return ask(
        unit -> {
          notNull("searchMovies: the search", search);
          if (search.titleFragment() != null) {
            Values.text("searchMovies: the fragment of a title", search.titleFragment());
          }
          if (search.actorName() != null) {
            Values.text("searchMovies: the name of an actor", search.actorName());
          }
          Values.date("searchMovies: the day", search.releasedAfter());
          return unit.searchMovies(search);
        });
  }

  @Override
  public List<Movie> moviesPage(MovieOrder order, long offset, int limit) {
    return ask(
        unit -> {
          notNull("moviesPage: the order", order);
          notNegative("moviesPage: the offset", offset);
          notNegative("moviesPage: the limit", limit);
          return unit.moviesPage(order, offset, limit);
        });
  }

  @Override
  public List<Movie> moviesPageAfter(String title, long id, int limit) {
    return ask(
        unit -> {
          Values.text("moviesPageAfter: the title", title);
          notNegative("moviesPageAfter: the limit", limit);
          return unit.moviesPageAfter(title, id, limit);
        });
  }

  @Override
  public List<Movie> moviesWithCast(IdRange ids, FetchDepth depth, FetchStrategy strategy) {
    return ask(
        unit -> {
          notNull("moviesWithCast: the id range", ids);
          notNull("moviesWithCast: the depth", depth);
          notNull("moviesWithCast: the strategy", strategy);
          if (strategy == FetchStrategy.NESTED) {
            require(Capability.NESTED);
          }
          return unit.moviesWithCast(ids, depth, strategy);
        });
  }

  @Override
  public List<MovieCredit> credits(IdRange movieIds) {
    return ask(
        unit -> {
          notNull("credits: the id range", movieIds);
          return unit.credits(movieIds);
        });
  }

  @Override
  public List<MovieSummary> summaries(IdRange movieIds) {
    return ask(
        unit -> {
          notNull("summaries: the id range", movieIds);
          return unit.summaries(movieIds);
        });
  }

  @Override
  public List<CastList> castLists(IdRange movieIds) {
    return ask(
        unit -> {
          notNull("castLists: the id range", movieIds);
          return unit.castLists(movieIds);
        });
  }

  @Override
  public Stream<Movie> streamMovies() {
    call(
        unit -> {
          require(Capability.STREAM);
          if (kind == UnitKind.QUERY) {
            throw new UnsupportedCapabilityException(
                Capability.STREAM,
                "a query unit has no transaction, so the driver would hold the whole result;"
                    + " stream in read or write");
          }
        });
    GuardedStream<Movie> stream = new GuardedStream<>(ask(UnitOfWork::streamMovies), this);
    if (streams.isEmpty()) {
      streams = new ArrayList<>(1);
    }
    streams.add(stream);
    return stream.stream();
  }

  @Override
  public boolean retitleMovie(long id, String title) {
    return ask(
        unit -> {
          requireWrite("retitleMovie");
          Values.text("retitleMovie: the title", title);
          return unit.retitleMovie(id, title);
        });
  }

  @Override
  public int deactivateStuntmenOfActorsBornBefore(LocalDate day) {
    return ask(
        unit -> {
          requireWrite("deactivateStuntmenOfActorsBornBefore");
          date("deactivateStuntmenOfActorsBornBefore: the day", day);
          return unit.deactivateStuntmenOfActorsBornBefore(day);
        });
  }

  @Override
  public int deleteMoviesReleasedBefore(LocalDate day) {
    return ask(
        unit -> {
          requireWrite("deleteMoviesReleasedBefore");
          date("deleteMoviesReleasedBefore: the day", day);
          return unit.deleteMoviesReleasedBefore(day);
        });
  }

  @Override
  public int selectOne() {
    return ask(UnitOfWork::selectOne);
  }

  private void requireWrite(String operation) {
    if (kind != UnitKind.WRITE) {
      throw new ReadOnlyException(
          operation + " in a unit of kind " + kind + ", which only reads; use write");
    }
  }

  private void require(Capability capability) {
    String reason = variant.missing().get(capability);
    if (reason != null) {
      throw new UnsupportedCapabilityException(capability, reason);
    }
  }

  private void call(Consumer<UnitSession> step) {
    ask(
        unit -> {
          step.accept(unit);
          return unit;
        });
  }

  /**
   * Takes one step of the unit.
   *
   * @throws UnitFinishedException if the unit is over or has failed before
   * @throws StoreException if the step fails, which is remembered
   */
  <R> R ask(Function<UnitSession, R> step) {
    if (finished) {
      throw new UnitFinishedException("the unit of work is over; open a new one");
    }
    if (failure != null) {
      throw new UnitFinishedException(
          "the unit of work can only roll back, since it failed: " + failure.getMessage());
    }
    try {
      return step.apply(session);
    } catch (RuntimeException thrown) {
      failure = opener.translate(thrown);
      throw failure;
    }
  }

  /** Closes a stream before its unit ends; that may also be done after the unit has failed. */
  void close(GuardedStream<?> stream) {
    try {
      stream.close();
    } catch (RuntimeException thrown) {
      StoreException translated = opener.translate(thrown);
      failure = failure == null ? translated : failure;
      throw translated;
    }
  }

  private static <T> T notNull(String what, @Nullable T value) {
    if (value == null) {
      throw new InvalidArgumentException(what + " is null");
    }
    return value;
  }

  private static void notNegative(String what, long value) {
    if (value < 0) {
      throw new InvalidArgumentException(what + " is " + value + "; it must not be negative");
    }
  }

  private static void date(String what, @Nullable LocalDate value) {
    Values.date(what, notNull(what, value));
  }

  private static void requireStored(@Nullable Long id, Object entity) {
    if (id == null) {
      throw new InvalidArgumentException("delete: " + entity + " is new, so it has no row");
    }
  }
}
