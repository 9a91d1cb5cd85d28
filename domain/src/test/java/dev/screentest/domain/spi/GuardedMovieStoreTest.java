package dev.screentest.domain.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.CommitUnknownException;
import dev.screentest.domain.ConnectionLostException;
import dev.screentest.domain.ConstraintViolatedException;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.DatabaseErrorException;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.ReadOnlyException;
import dev.screentest.domain.StoreException;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitFinishedException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.domain.Variant;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuardedMovieStoreTest {

  private static final LocalDate DAY = LocalDate.of(2015, 4, 2);

  private final Framework framework = new Framework();

  private final GuardedMovieStore store =
      new GuardedMovieStore(new Variant("taught", "all of it", Map.of()), framework);

  @Nested
  class TheEndOfAUnit {

    @ParameterizedTest
    @EnumSource(names = {"WRITE", "READ"})
    void isACommitIfTheWorkReturns(UnitKind kind) {
      assertThat(store.<String, RuntimeException>inUnit(kind, unit -> "done")).isEqualTo("done");
      assertThat(framework.calls).containsExactly("open " + kind, "flush", "commit", "close");
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE", "READ"})
    void isARollbackIfTheWorkThrowsWhateverItIs(UnitKind kind) {
      IOException thrown = new IOException("the caller's own");

      assertThatThrownBy(() -> fail(kind, thrown)).isSameAs(thrown).hasNoSuppressedExceptions();
      assertThat(framework.calls).containsExactly("open " + kind, "rollback", "close");
    }

    @Test
    void isACloseAloneWithoutATransaction() {
      store.query(UnitOfWork::countMovies);
      assertThatThrownBy(() -> fail(UnitKind.QUERY, new IOException("no")));

      assertThat(framework.calls)
          .containsExactly("open QUERY", "countMovies", "close", "open QUERY", "close");
    }

    @Test
    void rollsBackAndThrowsAnErrorOfTheStoreThatTheWorkSwallowed() {
      framework.fails("countMovies", new SQLException("no such table", "42P01"));

      assertThatExceptionOfType(DatabaseErrorException.class)
          .isThrownBy(() -> store.write(unit -> catchThrowable(unit::countMovies)))
          .withMessageContaining("no such table");
      assertThat(framework.calls).containsExactly("open WRITE", "countMovies", "rollback", "close");
    }

    @Test
    void throwsAnErrorThatTheWorkSwallowedWithoutATransactionToo() {
      framework.fails("countMovies", new SQLException("no such table", "42P01"));

      assertThatExceptionOfType(DatabaseErrorException.class)
          .isThrownBy(() -> store.query(unit -> catchThrowable(unit::countMovies)));
      assertThat(framework.calls).containsExactly("open QUERY", "countMovies", "close");
    }

    @Test
    void translatesAnErrorOfTheFlushAndRollsBack() {
      framework.fails("flush", new SQLException("twice", "23505"));

      assertThatExceptionOfType(ConstraintViolatedException.class)
          .isThrownBy(() -> store.write(unit -> 1));
      assertThat(framework.calls).containsExactly("open WRITE", "flush", "rollback", "close");
    }

    @Test
    void leavesItOpenWhetherACommitWithoutAnAnswerHappened() {
      framework.fails("commit", new SQLException("broken pipe", "08006"));

      assertThatExceptionOfType(CommitUnknownException.class)
          .isThrownBy(() -> store.write(unit -> 1))
          .withMessageContaining("broken pipe");
      assertThatExceptionOfType(ConnectionLostException.class)
          .isThrownBy(() -> store.read(unit -> 1));
    }

    @Test
    void suppressesWhatGoesWrongAfterTheReason() {
      IOException reason = new IOException("the caller's own");
      framework.fails("rollback", new SQLException("gone", "08006"));
      framework.fails("close", new SQLException("gone too", "08006"));

      assertThatThrownBy(() -> fail(UnitKind.WRITE, reason))
          .isSameAs(reason)
          .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(2));
    }

    @Test
    void translatesAnErrorOfTheClose() {
      framework.fails("close", new SQLException("gone", "08006"));

      assertThatExceptionOfType(ConnectionLostException.class)
          .isThrownBy(() -> store.query(unit -> 1));
    }

    @Test
    void refusesEveryLaterCall() {
      UnitOfWork[] escaped = new UnitOfWork[1];
      store.write(unit -> escaped[0] = unit);

      assertThatExceptionOfType(UnitFinishedException.class)
          .isThrownBy(() -> escaped[0].countMovies())
          .withMessageContaining("over");
    }

    private void fail(UnitKind kind, IOException thrown) throws IOException {
      store.inUnit(
          kind,
          unit -> {
            throw thrown;
          });
    }
  }

  @Nested
  class AfterAnError {

    @Test
    void everyCallIsRefusedAndSaysWhy() {
      framework.fails("countMovies", new SQLException("no such table", "42P01"));

      assertThatExceptionOfType(DatabaseErrorException.class)
          .isThrownBy(
              () ->
                  store.write(
                      unit -> {
                        assertThatThrownBy(unit::countMovies);
                        assertThatExceptionOfType(UnitFinishedException.class)
                            .isThrownBy(unit::allMovies)
                            .withMessageContaining("no such table");
                        return 1;
                      }));
      assertThat(framework.calls).doesNotContain("allMovies");
    }

    @Test
    void theFrameworksExceptionIsTheCause() {
      IllegalStateException thrown = new IllegalStateException(new SQLException("x", "40P01"));
      framework.failures.put("allMovies", thrown);

      assertThatThrownBy(() -> store.read(UnitOfWork::allMovies))
          .isInstanceOf(StoreException.class)
          .hasCause(thrown);
    }

    @Test
    void ofOpeningThereIsNothingToClose() {
      framework.fails("open", new SQLException("pool is empty", "08001"));

      assertThatExceptionOfType(ConnectionLostException.class)
          .isThrownBy(() -> store.read(unit -> 1));
      assertThat(framework.calls).containsExactly("open READ");
    }
  }

  @Nested
  class Refused {

    static Stream<Consumer<UnitOfWork>> writes() {
      return Stream.of(
          unit -> unit.save(new Movie("x", DAY)),
          unit -> unit.save(new Actor("x", DAY)),
          unit -> unit.save(new ContactDetails("x", "y")),
          unit -> unit.save(new Stuntman("x", true)),
          unit -> unit.saveAll(List.of(), InsertStrategy.BATCHED),
          unit -> unit.merge(new Movie(1, "x", DAY)),
          unit -> unit.merge(new Actor(1, "x", DAY)),
          unit -> unit.delete(new Movie(1, "x", DAY)),
          unit -> unit.delete(new Actor(1, "x", DAY)),
          unit -> unit.retitleMovie(1, "x"),
          unit -> unit.deactivateStuntmenOfActorsBornBefore(DAY),
          unit -> unit.deleteMoviesReleasedBefore(DAY));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void isWritingWhereOnlyReadingIsAllowed(Consumer<UnitOfWork> write) {
      assertRefused(UnitKind.READ, ReadOnlyException.class, write);
      assertRefused(UnitKind.QUERY, ReadOnlyException.class, write);
    }

    static Stream<Consumer<UnitOfWork>> badArguments() {
      String lone = "\ud83d";
      LocalDate late = LocalDate.of(10_000, 1, 1);
      Movie cast = new Movie(1, "x", DAY);
      cast.setActors(new LinkedHashSet<>(Set.of(new Actor(1, lone, DAY))));
      return Stream.of(
          unit -> unit.save((Movie) none()),
          unit -> unit.save((Actor) none()),
          unit -> unit.save((ContactDetails) none()),
          unit -> unit.save((Stuntman) none()),
          unit -> unit.saveAll(none(), InsertStrategy.BATCHED),
          unit -> unit.saveAll(Collections.singletonList(none()), InsertStrategy.BATCHED),
          unit -> unit.saveAll(List.of(), none()),
          unit -> unit.merge((Movie) none()),
          unit -> unit.merge((Actor) none()),
          unit -> unit.merge(new Movie("new", DAY)),
          unit -> unit.merge(new Actor("new", DAY)),
          unit -> unit.merge(new Movie(1, "NUL \0", DAY)),
          unit -> unit.merge(new Movie(1, "x", late)),
          unit -> unit.merge(cast),
          unit -> unit.delete((Movie) none()),
          unit -> unit.delete((Actor) none()),
          unit -> unit.delete(new Movie("new", DAY)),
          unit -> unit.delete(new Actor("new", DAY)),
          unit -> unit.existsMovieTitled(lone),
          unit -> unit.existsMovieTitled(none()),
          unit -> unit.moviesReleasedAfter(none()),
          unit -> unit.moviesReleasedAfter(LocalDate.MAX),
          unit -> unit.firstMovieReleasedAfter(LocalDate.MIN),
          unit -> unit.moviesStarring("\0"),
          unit -> unit.actorsLivingIn(lone),
          unit -> unit.searchMovies(none()),
          unit -> unit.searchMovies(new MovieSearch("\0", null, null)),
          unit -> unit.searchMovies(new MovieSearch(null, late, null)),
          unit -> unit.searchMovies(new MovieSearch(null, null, lone)),
          unit -> unit.moviesPage(none(), 0, 1),
          unit -> unit.moviesPage(MovieOrder.ID, -1, 1),
          unit -> unit.moviesPage(MovieOrder.ID, 0, -1),
          unit -> unit.moviesPageAfter(lone, 0, 1),
          unit -> unit.moviesPageAfter("x", 0, -1),
          unit -> unit.moviesWithCast(none(), FetchDepth.ACTORS, FetchStrategy.JOINED),
          unit -> unit.moviesWithCast(IdRange.of(1), none(), FetchStrategy.JOINED),
          unit -> unit.moviesWithCast(IdRange.of(1), FetchDepth.ACTORS, none()),
          unit -> unit.credits(none()),
          unit -> unit.summaries(none()),
          unit -> unit.castLists(none()),
          unit -> unit.retitleMovie(1, none()),
          unit -> unit.retitleMovie(1, lone),
          unit -> unit.deactivateStuntmenOfActorsBornBefore(late),
          unit -> unit.deleteMoviesReleasedBefore(none()));
    }

    @ParameterizedTest
    @MethodSource("badArguments")
    void isABadArgument(Consumer<UnitOfWork> call) {
      assertRefused(UnitKind.WRITE, InvalidArgumentException.class, call);
    }

    @Test
    void isStreamingWithoutATransaction() {
      assertRefused(UnitKind.QUERY, UnsupportedCapabilityException.class, UnitOfWork::streamMovies);
    }

    @Test
    void isWhatTheVariantCannotDo() {
      Map<Capability, String> missing = new HashMap<>();
      for (Capability capability : Capability.values()) {
        missing.put(capability, "left out");
      }
      GuardedMovieStore poor = new GuardedMovieStore(new Variant("poor", "", missing), framework);
      Map<Capability, Consumer<UnitOfWork>> calls =
          Map.of(
              Capability.NESTED,
              unit -> unit.moviesWithCast(IdRange.of(1), FetchDepth.ACTORS, FetchStrategy.NESTED),
              Capability.BULK,
              unit -> unit.saveAll(List.of(), InsertStrategy.BULK),
              Capability.MERGE,
              unit -> unit.merge(new Movie(1, "x", DAY)),
              Capability.STREAM,
              UnitOfWork::streamMovies);

      calls.forEach(
          (capability, call) ->
              assertThatExceptionOfType(UnsupportedCapabilityException.class)
                  .isThrownBy(() -> poor.write(unit -> run(unit, call)))
                  .withMessage("%s is not supported: left out", capability)
                  .satisfies(thrown -> assertThat(thrown.capability()).isEqualTo(capability)));
    }

    private <X extends StoreException> void assertRefused(
        UnitKind kind, Class<X> exception, Consumer<UnitOfWork> call) {
      framework.calls.clear();
      assertThatExceptionOfType(exception)
          .isThrownBy(() -> store.<Integer, RuntimeException>inUnit(kind, unit -> run(unit, call)));
      assertThat(framework.calls)
          .as("nothing reaches the framework but the end of the unit")
          .isSubsetOf("open " + kind, "rollback", "close");
    }

    private static int run(UnitOfWork unit, Consumer<UnitOfWork> call) {
      call.accept(unit);
      return 1;
    }

    /** Passes null where the contract forbids it. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T none() {
      return null;
    }
  }

  @Nested
  class Streams {

    @Test
    void areClosedBeforeTheUnitCommits() {
      streaming(Stream.of(new Movie(1, "x", DAY)));

      store.read(unit -> unit.streamMovies().findFirst());

      assertThat(framework.calls)
          .containsExactly("open READ", "streamMovies", "closed rows", "flush", "commit", "close");
    }

    @Test
    void areClosedOnceIfTheCallerClosesThem() {
      streaming(Stream.of(new Movie(1, "x", DAY)));

      long count =
          store.read(
              unit -> {
                try (Stream<Movie> movies = unit.streamMovies()) {
                  return movies.count();
                }
              });

      assertThat(count).isEqualTo(1);
      assertThat(framework.calls).containsOnlyOnce("closed rows");
    }

    @Test
    void areClosedBeforeARollback() {
      streaming(Stream.of(new Movie(1, "x", DAY)));

      assertThatThrownBy(
              () ->
                  store.read(
                      unit -> {
                        unit.streamMovies();
                        throw new IOException("no");
                      }))
          .isInstanceOf(IOException.class);
      assertThat(framework.calls)
          .containsExactly("open READ", "streamMovies", "closed rows", "rollback", "close");
    }

    @Test
    void giveNothingAfterTheirUnit() {
      streaming(Stream.of(new Movie(1, "x", DAY)));
      AtomicReference<@Nullable Stream<Movie>> escaped = new AtomicReference<>();
      store.read(
          unit -> {
            escaped.set(unit.streamMovies());
            return 1;
          });

      Stream<Movie> stream = escaped.get();
      assertThat(stream).isNotNull();
      assertThatExceptionOfType(UnitFinishedException.class).isThrownBy(stream::toList);
    }

    @Test
    void translateTheErrorOfARowAndLeaveTheCallersOwnAlone() {
      streaming(
          Stream.of(1L, 2L)
              .map(
                  id -> {
                    if (id == 2) {
                      throw new IllegalStateException(new SQLException("cut", "08006"));
                    }
                    return new Movie(id, "x", DAY);
                  }));
      IllegalStateException own = new IllegalStateException("the caller's own");

      assertThatExceptionOfType(ConnectionLostException.class)
          .isThrownBy(() -> store.read(unit -> unit.streamMovies().toList()));
      streaming(Stream.of(new Movie(1, "x", DAY)));
      assertThatThrownBy(
              () ->
                  store.read(
                      unit ->
                          unit.streamMovies()
                              .peek(
                                  movie -> {
                                    throw own;
                                  })
                              .toList()))
          .isSameAs(own);
    }

    @Test
    void translateTheErrorOfTheirClose() {
      framework.results.put(
          "streamMovies",
          Stream.empty()
              .onClose(
                  () -> {
                    throw new IllegalStateException(new SQLException("cut", "08006"));
                  }));

      assertThatExceptionOfType(ConnectionLostException.class)
          .isThrownBy(
              () ->
                  store.read(
                      unit -> {
                        unit.streamMovies().close();
                        return 1;
                      }));
    }

    private void streaming(Stream<Movie> movies) {
      framework.results.put(
          "streamMovies", movies.onClose(() -> framework.calls.add("closed rows")));
    }
  }

  /** A framework that notes its calls, and answers and fails as told. */
  private static final class Framework implements UnitOpener {

    private final List<String> calls = new ArrayList<>();
    private final Map<String, Object> results = new HashMap<>(Map.of("countMovies", 3L));
    private final Map<String, RuntimeException> failures = new HashMap<>();

    void fails(String call, SQLException failure) {
      failures.put(call, new IllegalStateException(failure));
    }

    @Override
    public UnitSession open(UnitKind kind) {
      note("open", "open " + kind);
      return (UnitSession)
          Proxy.newProxyInstance(
              UnitSession.class.getClassLoader(),
              new Class<?>[] {UnitSession.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("isLoaded")) {
                  return dev.screentest.domain.Relations.isLoaded((Set<?>) arguments[0]);
                }
                note(method.getName(), method.getName());
                return results.get(method.getName());
              });
    }

    private void note(String call, String note) {
      calls.add(note);
      RuntimeException failure = failures.get(call);
      if (failure != null) {
        throw failure;
      }
    }
  }
}
