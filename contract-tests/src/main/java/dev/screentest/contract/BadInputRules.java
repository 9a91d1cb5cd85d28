package dev.screentest.contract;

import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.contact;
import static dev.screentest.contract.Row.movie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ConstraintViolatedException;
import dev.screentest.domain.ConstraintViolatedException.Kind;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.DetachedException;
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
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.testbed.meter.WireObservation;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is refused, and by which exception of the closed list. */
abstract class BadInputRules extends Rules {

  private static final IdRange ONE = IdRange.of(1);

  BadInputRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check that arguments are checked for null before anything is done with them")
  final void err_1_nullIsAnInvalidArgument() {
    nullArguments()
        .forEach((name, step) -> assertRefused(InvalidArgumentException.class, name, step));
    assertThat(rows()).isEmpty();
  }

  @SuppressWarnings("NullAway") // what this rule is about
  private Map<String, Consumer<UnitOfWork>> nullArguments() {
    Map<String, Consumer<UnitOfWork>> steps = new LinkedHashMap<>();
    steps.put("save(Movie null)", unit -> unit.save((Movie) null));
    steps.put("save(Actor null)", unit -> unit.save((Actor) null));
    steps.put("save(Stuntman null)", unit -> unit.save((Stuntman) null));
    steps.put("save(ContactDetails null)", unit -> unit.save((ContactDetails) null));
    steps.put("saveAll(null)", unit -> unit.saveAll(null, InsertStrategy.BATCHED));
    steps.put("saveAll by null", unit -> unit.saveAll(List.of(), null));
    List<Movie> withNull = new ArrayList<>(Arrays.asList(new Movie("M", null), null));
    steps.put("saveAll with null inside", unit -> unit.saveAll(withNull, InsertStrategy.BATCHED));
    steps.put("delete(Movie null)", unit -> unit.delete((Movie) null));
    steps.put("delete(Actor null)", unit -> unit.delete((Actor) null));
    steps.put("existsMovieTitled(null)", unit -> unit.existsMovieTitled(null));
    steps.put("moviesReleasedAfter(null)", unit -> unit.moviesReleasedAfter(null));
    steps.put("firstMovieReleasedAfter(null)", unit -> unit.firstMovieReleasedAfter(null));
    steps.put("moviesStarring(null)", unit -> unit.moviesStarring(null));
    steps.put("actorsLivingIn(null)", unit -> unit.actorsLivingIn(null));
    steps.put("searchMovies(null)", unit -> unit.searchMovies(null));
    steps.put("moviesPage by null", unit -> unit.moviesPage(null, 0, 1));
    steps.put("moviesPageAfter(null)", unit -> unit.moviesPageAfter(null, 0, 1));
    steps.put(
        "moviesWithCast(null)",
        unit -> unit.moviesWithCast(null, FetchDepth.MOVIES, FetchStrategy.JOINED));
    steps.put(
        "moviesWithCast to null", unit -> unit.moviesWithCast(ONE, null, FetchStrategy.JOINED));
    steps.put("moviesWithCast by null", unit -> unit.moviesWithCast(ONE, FetchDepth.MOVIES, null));
    steps.put("credits(null)", unit -> unit.credits(null));
    steps.put("summaries(null)", unit -> unit.summaries(null));
    steps.put("castLists(null)", unit -> unit.castLists(null));
    steps.put("retitleMovie to null", unit -> unit.retitleMovie(1, null));
    steps.put("deactivate before null", unit -> unit.deactivateStuntmenOfActorsBornBefore(null));
    steps.put("delete before null", unit -> unit.deleteMoviesReleasedBefore(null));
    if (has(Capability.MERGE)) {
      steps.put("merge(Movie null)", unit -> unit.merge((Movie) null));
      steps.put("merge(Actor null)", unit -> unit.merge((Actor) null));
    }
    return steps;
  }

  @Test
  @IfThisFails("check that limits and offsets are checked, and not left to the database")
  final void err_2_negativeLimitsAndOffsetsAreInvalidArguments() {
    negativeNumbers()
        .forEach((name, step) -> assertRefused(InvalidArgumentException.class, name, step));
  }

  private static Map<String, Consumer<UnitOfWork>> negativeNumbers() {
    return Map.of(
        "limit -1", unit -> unit.moviesPage(MovieOrder.ID, 0, -1),
        "smallest limit", unit -> unit.moviesPage(MovieOrder.ID, 0, Integer.MIN_VALUE),
        "offset -1", unit -> unit.moviesPage(MovieOrder.ID, -1, 1),
        "smallest offset", unit -> unit.moviesPage(MovieOrder.ID, Long.MIN_VALUE, 1),
        "limit -1 of a key page", unit -> unit.moviesPageAfter("", 0, -1));
  }

  @Test
  @IfThisFails("check that NUL is refused before the driver cuts or refuses it in its own words")
  final void err_3_nulInATextIsAnInvalidArgument() {
    texts("a\0b")
        .forEach((name, step) -> assertRefused(InvalidArgumentException.class, name, step));
  }

  @Test
  @IfThisFails("check for lone surrogates: the driver would send a question mark, silently")
  final void err_4_aLoneSurrogateInATextIsAnInvalidArgument() {
    for (String text : List.of("\uD83C", "a\uDFACb", "\uDFAC\uD83C", "end\uD83C")) {
      texts(text)
          .forEach((name, step) -> assertRefused(InvalidArgumentException.class, name, step));
    }
  }

  private static Map<String, Consumer<UnitOfWork>> texts(String text) {
    return Map.of(
        "title", unit -> unit.existsMovieTitled(text),
        "name", unit -> unit.moviesStarring(text),
        "fragment", unit -> unit.actorsLivingIn(text),
        "fragment of a search", unit -> unit.searchMovies(new MovieSearch(text, null, null)),
        "name of a search", unit -> unit.searchMovies(new MovieSearch(null, null, text)),
        "key of a page", unit -> unit.moviesPageAfter(text, 0, 1),
        "another title", unit -> unit.retitleMovie(1, text),
        "title of a new movie", unit -> unit.save(new Movie(text, null)));
  }

  @Test
  @IfThisFails("check the years: the driver would store some dates as infinity, silently")
  final void err_5_aYearOutsideOf1To9999IsAnInvalidArgument() {
    for (LocalDate day :
        List.of(
            LocalDate.MIN, LocalDate.MAX, LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1))) {
      dates(day).forEach((name, step) -> assertRefused(InvalidArgumentException.class, name, step));
    }
  }

  private static Map<String, Consumer<UnitOfWork>> dates(LocalDate day) {
    return Map.of(
        "released after", unit -> unit.moviesReleasedAfter(day),
        "first released after", unit -> unit.firstMovieReleasedAfter(day),
        "search", unit -> unit.searchMovies(new MovieSearch(null, day, null)),
        "deactivate", unit -> unit.deactivateStuntmenOfActorsBornBefore(day),
        "delete", unit -> unit.deleteMoviesReleasedBefore(day),
        "date of a new movie", unit -> unit.save(new Movie("M", day)));
  }

  @Test
  @NeedsServer
  @IfThisFails("check that arguments are checked before a statement, or even BEGIN, is sent")
  final void err_6_invalidArgumentsAreFoundBeforeAnySql() {
    Map<String, Consumer<UnitOfWork>> steps = new LinkedHashMap<>(nullArguments());
    steps.putAll(negativeNumbers());
    steps.putAll(texts("\0"));
    steps.putAll(dates(LocalDate.MAX));
    WireObservation seen =
        server()
            .observe(
                () ->
                    steps.forEach(
                        (name, step) -> assertRefused(InvalidArgumentException.class, name, step)));
    assertNothingSent(seen);
  }

  @Test
  @IfThisFails("check that every writing method asks for the kind of its unit")
  final void err_7_writingInAUnitThatOnlyReadsIsAnError() {
    given(movie(1, "M"), actor(2, "A"));
    for (UnitKind kind : List.of(UnitKind.READ, UnitKind.QUERY)) {
      writes()
          .forEach(
              (name, step) ->
                  assertThatExceptionOfType(ReadOnlyException.class)
                      .as("%s in a unit of kind %s", name, kind)
                      .isThrownBy(() -> inUnit(kind, step)));
      assertThatExceptionOfType(ReadOnlyException.class)
          .as("delete of a loaded movie in a unit of kind %s", kind)
          .isThrownBy(() -> inUnit(kind, unit -> unit.delete(unit.findMovie(1).orElseThrow())));
    }
    assertThat(rows()).containsExactly(movie(1, "M"), actor(2, "A"));
  }

  private Map<String, Consumer<UnitOfWork>> writes() {
    Map<String, Consumer<UnitOfWork>> steps = new LinkedHashMap<>();
    steps.put("save of a movie", unit -> unit.save(new Movie("M", null)));
    steps.put("save of an actor", unit -> unit.save(new Actor("A", null)));
    steps.put("save of a stuntman", unit -> unit.save(new Stuntman("S", true)));
    steps.put("save of contact details", unit -> unit.save(new ContactDetails("1", "C")));
    steps.put(
        "saveAll", unit -> unit.saveAll(List.of(new Movie("M", null)), InsertStrategy.ROW_BY_ROW));
    steps.put("delete of a movie", unit -> unit.delete(new Movie(1, "M", null)));
    steps.put("delete of an actor", unit -> unit.delete(new Actor(2, "A", null)));
    steps.put("deactivate", unit -> unit.deactivateStuntmenOfActorsBornBefore(LocalDate.EPOCH));
    steps.put("retitle", unit -> unit.retitleMovie(1, "changed"));
    steps.put("delete before", unit -> unit.deleteMoviesReleasedBefore(LocalDate.EPOCH));
    if (has(Capability.MERGE)) {
      steps.put("merge of a movie", unit -> unit.merge(new Movie(1, "M", null)));
      steps.put("merge of an actor", unit -> unit.merge(new Actor(2, "A", null)));
    }
    return steps;
  }

  @Test
  @NeedsServer
  @IfThisFails("check that it is the store who refuses to write, and not the database")
  final void err_8_writingWhereOnlyReadingIsAllowedFailsBeforeAnySql() {
    WireObservation seen =
        server()
            .observe(
                () ->
                    writes()
                        .forEach(
                            (name, step) -> {
                              for (UnitKind kind : List.of(UnitKind.READ, UnitKind.QUERY)) {
                                assertThatExceptionOfType(ReadOnlyException.class)
                                    .isThrownBy(() -> inUnit(kind, step));
                              }
                            }));
    assertNothingSent(seen);
  }

  @Test
  @IfThisFails("check that an object with an id is known to the unit, or refused")
  final void err_9_savingADetachedObjectIsAnError() {
    given(CatalogueRows.tutorial());
    Movie movie = store().read(unit -> unit.findMovie(1)).orElseThrow();
    Actor actor = store().read(unit -> unit.findActor(1)).orElseThrow();
    Stuntman stuntman = store().read(unit -> unit.findStuntman(1)).orElseThrow();
    ContactDetails details = store().read(unit -> unit.findContactDetails(1)).orElseThrow();
    movie.setTitle("changed");
    actor.setName("changed");
    stuntman.setName("changed");
    details.setAddress("changed");
    Map<String, Consumer<UnitOfWork>> steps =
        Map.of(
            "movie", unit -> unit.save(movie),
            "actor", unit -> unit.save(actor),
            "stuntman", unit -> unit.save(stuntman),
            "contact details", unit -> unit.save(details),
            "saveAll", unit -> unit.saveAll(List.of(movie), InsertStrategy.BATCHED));
    steps.forEach(
        (name, step) ->
            assertThatExceptionOfType(DetachedException.class)
                .as("save of a detached %s", name)
                .isThrownBy(() -> inWrite(step))
                .withMessageContaining("merge"));
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(CatalogueRows.tutorial());
  }

  @Test
  @IfThisFails("check that every object that a save reaches is asked for its unit")
  final void err_10_aDetachedObjectInsideANewGraphIsAnError() {
    given(actor(1, "A"), contact(2, "1", "C", 1));
    Actor detached = store().read(unit -> unit.findActor(1)).orElseThrow();
    Movie movie = new Movie("not stored", null);
    movie.addActor(new Actor("not stored", null));
    movie.addActor(detached);
    assertThatExceptionOfType(DetachedException.class)
        .isThrownBy(() -> inWrite(unit -> unit.save(movie)));
    assertThatExceptionOfType(DetachedException.class)
        .isThrownBy(() -> inWrite(unit -> unit.saveAll(List.of(movie), InsertStrategy.BATCHED)));
    assertThat(rows()).containsExactly(actor(1, "A"), contact(2, "1", "C", 1));
  }

  @Test
  @IfThisFails("check that units are told apart: an object of the outer is detached in the inner")
  final void err_11_anObjectOfAnotherUnitIsDetachedThoughThatUnitIsOpen() {
    given(movie(1, "before"));
    inWrite(
        unit -> {
          Movie movie = unit.findMovie(1).orElseThrow();
          assertThatExceptionOfType(DetachedException.class)
              .isThrownBy(() -> inWrite(inner -> inner.save(movie)));
          assertThatExceptionOfType(DetachedException.class)
              .isThrownBy(() -> inWrite(inner -> inner.delete(movie)));
          movie.setTitle("after");
          unit.save(movie);
        });
    assertThat(rows()).containsExactly(movie(1, "after"));
  }

  @Test
  @IfThisFails("check that an id set by hand does not make an object stored, nor of the unit")
  final void err_12_anIdSetByHandMakesAnObjectDetached() {
    given(movie(1, "M"));
    Movie handmade = new Movie("handmade", null);
    handmade.setId(1L);
    Movie missing = new Movie("handmade", null);
    missing.setId(77L);
    for (Movie movie : List.of(handmade, missing)) {
      assertThatExceptionOfType(DetachedException.class)
          .isThrownBy(() -> inWrite(unit -> unit.save(movie)));
    }
    assertThat(rows()).containsExactly(movie(1, "M"));
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails(
      "check the translation of SQLSTATE 23505, and that it has surfaced when the unit ends")
  final void err_13_aSecondStuntmanOfAnActorViolatesUniqueness() {
    given(actor(1, "A"));
    assertThatExceptionOfType(ConstraintViolatedException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      Actor actor = unit.findActor(1).orElseThrow();
                      inWrite(
                          other -> {
                            Actor same = other.findActor(1).orElseThrow();
                            same.setStuntman(new Stuntman("first", true));
                            other.save(same);
                          });
                      actor.setStuntman(new Stuntman("second", true));
                      unit.save(actor);
                    }))
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.UNIQUE));
    assertThat(rows(Row.StuntmanRow.class))
        .extracting(Row.StuntmanRow::name)
        .containsExactly("first");
  }

  @Test
  @IfThisFails(
      "check the translation of SQLSTATE 23503, and that it has surfaced when the unit ends")
  final void err_14_aRoleOfAnActorThatHasGoneViolatesAForeignKey() {
    given(movie(1, "M"), actor(2, "A"));
    assertThatExceptionOfType(ConstraintViolatedException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      Movie movie =
                          unit.moviesWithCast(ONE, FetchDepth.ACTORS, FetchStrategy.JOINED).get(0);
                      Actor actor = unit.findActor(2).orElseThrow();
                      inWrite(other -> other.delete(other.findActor(2).orElseThrow()));
                      movie.addActor(actor);
                      unit.save(movie);
                    }))
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.FOREIGN_KEY));
    assertThat(rows()).containsExactly(movie(1, "M"));
  }

  @Test
  @IfThisFails("check that what cannot be stored without an owner is refused by name")
  final void err_15_savingWithoutAnOwnerIsAnInvalidArgument() {
    assertRefused(
        InvalidArgumentException.class,
        "stuntman without an actor",
        unit -> unit.save(new Stuntman("S", true)));
    assertRefused(
        InvalidArgumentException.class,
        "contact details without an actor",
        unit -> unit.save(new ContactDetails("1", "C")));
    assertThat(rows()).isEmpty();
  }

  @Test
  @NeedsServer
  @Needs(Capability.CASCADE)
  @IfThisFails("check that the framework's exception is kept as the cause")
  final void err_16_theFrameworksExceptionIsTheCause() {
    given(actor(1, "A"));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      Actor actor = unit.findActor(1).orElseThrow();
                      server()
                          .execute(
                              "insert into stuntmen (name, active, actor_id) values ('S', true,"
                                  + " 1)");
                      actor.setStuntman(new Stuntman("second", true));
                      unit.save(actor);
                    }))
        .satisfies(
            failure -> {
              assertThat(failure).hasMessageContaining("stuntmen");
              assertThat(causes(failure)).hasAtLeastOneElementOfType(SQLException.class);
            });
  }

  @Test
  @IfThisFails("check that a range which is none is refused, not answered with nothing")
  final void err_17_aRangeThatIsNoneIsAnInvalidArgument() {
    assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> new IdRange(2, 1));
    assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> new IdRange(0, 1));
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  private <X extends StoreException> void assertRefused(
      Class<X> type, String what, Consumer<UnitOfWork> step) {
    assertThatExceptionOfType(type).as(what).isThrownBy(() -> inWrite(step));
  }

  private static void assertNothingSent(WireObservation seen) {
    assertThat(seen.statements().stream().filter(sql -> !sql.isEmpty()))
        .as("statements sent, though everything was refused")
        .isEmpty();
  }
}
