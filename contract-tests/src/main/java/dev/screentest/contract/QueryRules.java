package dev.screentest.contract;

import static dev.screentest.contract.Facts.assertThatMovies;
import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.contact;
import static dev.screentest.contract.Row.movie;
import static dev.screentest.contract.Row.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;

import dev.screentest.domain.Actor;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the queries of the tutorial answer, and in which order. */
abstract class QueryRules extends Rules {

  private static final LocalDate DAY = LocalDate.of(2015, 4, 2);

  QueryRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check the ORDER BY: without one the order is an accident of the table")
  final void query_1_allMoviesComeById() {
    given(movie(3, "three"), movie(1, "one", DAY), movie(2, "two"));
    assertThatMovies(store().read(UnitOfWork::allMovies))
        .isEqualTo(
            """
            movie 1 'one' 2015-04-02
              cast not loaded
            movie 2 'two' null
              cast not loaded
            movie 3 'three' null
              cast not loaded
            """);
  }

  @Test
  @IfThisFails("check that movies are counted, and not their roles")
  final void query_2_countsMovies() {
    given(CatalogueRows.tutorial());
    assertThat(store().read(UnitOfWork::countMovies)).isEqualTo(3);
  }

  @Test
  @IfThisFails("check that the title is compared by equality: no pattern, no case folding")
  final void query_3_existsComparesTheWholeTitle() {
    given(movie(1, "Furious 7"));
    inRead(
        unit -> {
          assertThat(unit.existsMovieTitled("Furious 7")).isTrue();
          assertThat(unit.existsMovieTitled("furious 7")).as("other case").isFalse();
          assertThat(unit.existsMovieTitled("Furious")).as("prefix").isFalse();
          assertThat(unit.existsMovieTitled("Furious 7 ")).as("trailing space").isFalse();
          assertThat(unit.existsMovieTitled("Furious _")).as("pattern").isFalse();
          assertThat(unit.existsMovieTitled("")).as("empty title").isFalse();
        });
  }

  @Test
  @IfThisFails("check for COLLATE \"C\": the order is that of code points, whatever the locale")
  final void query_4_distinctTitlesComeOnceInTheOrderOfCodePoints() {
    String last = "\uFFFD";
    String beyond = "\uD800\uDC00";
    List<String> titles =
        List.of(beyond, "b", "a", "B", "A", "Z", "\u00E4", "a", "", "10", "9", " ", last, "_", "b");
    for (int i = 0; i < titles.size(); i++) {
      given(movie(i + 1, titles.get(i)));
    }
    assertThat(store().read(UnitOfWork::distinctTitles))
        .containsExactly("", " ", "10", "9", "A", "B", "Z", "_", "a", "b", "\u00E4", last, beyond);
  }

  @Test
  @IfThisFails(
      "check that the comparison is strict, and that an unknown date is not after anything")
  final void query_5_releasedAfterIsStrictAndKnowsNoUnknownDates() {
    given(
        movie(4, "on the day", DAY),
        movie(3, "the day after", DAY.plusDays(1)),
        movie(2, "much later", DAY.plusYears(10)),
        movie(1, "unknown", null),
        movie(5, "before", DAY.minusDays(1)));
    assertThatList(store().read(unit -> unit.moviesReleasedAfter(DAY)))
        .extracting(Movie::getTitle)
        .as("movies released after %s, by id", DAY)
        .containsExactly("much later", "the day after");
  }

  @Test
  @IfThisFails("check the order: by date, then by id; and that only one row is asked for")
  final void query_6_theFirstReleasedAfterIsTheEarliestThenTheOneOfTheSmallestId() {
    given(
        movie(1, "later", DAY.plusDays(2)),
        movie(2, "unknown", null),
        movie(4, "second of the day", DAY.plusDays(1)),
        movie(3, "first of the day", DAY.plusDays(1)),
        movie(5, "on the day", DAY));
    inRead(
        unit -> {
          assertThat(unit.firstMovieReleasedAfter(DAY).map(Movie::getId)).contains(3L);
          assertThat(unit.firstMovieReleasedAfter(DAY.plusDays(1)).map(Movie::getId)).contains(1L);
          assertThat(unit.firstMovieReleasedAfter(DAY.plusDays(2))).isEmpty();
        });
  }

  @Test
  @IfThisFails("check the join, the equality of names, and the order by id")
  final void query_7_moviesStarringAnActorAreFoundByItsExactName() {
    given(CatalogueRows.tutorial());
    inRead(
        unit -> {
          assertThat(unit.moviesStarring("Dwayne Johnson"))
              .extracting(Movie::getTitle)
              .containsExactly("Furious 7", "Pain & Gain");
          assertThat(unit.moviesStarring("dwayne johnson")).as("other case").isEmpty();
          assertThat(unit.moviesStarring("Dwayne")).as("part of a name").isEmpty();
          assertThat(unit.moviesStarring("%")).as("pattern").isEmpty();
        });
  }

  @Test
  @IfThisFails("check for the join's duplicates: ask for movies where an actor exists, or distinct")
  final void query_8_aMovieComesOnceThoughTwoOfItsActorsShareTheName() {
    given(
        movie(1, "both"),
        movie(2, "one"),
        actor(1, "John Smith"),
        actor(2, "John Smith"),
        role(1, 1),
        role(1, 2),
        role(2, 2));
    assertThatList(store().read(unit -> unit.moviesStarring("John Smith")))
        .extracting(Movie::getId)
        .containsExactly(1L, 2L);
  }

  @Test
  @IfThisFails("check that a query for movies leaves their cast not loaded, even when it joins it")
  final void query_9_moviesStarringComeWithoutTheirCast() {
    given(CatalogueRows.tutorial());
    assertThatMovies(store().read(unit -> unit.moviesStarring("Mark Wahlberg")))
        .isEqualTo("movie 3 'Pain & Gain' 2013-08-23\n  cast not loaded\n");
  }

  @Test
  @IfThisFails("check that the fragment is looked for anywhere in the address")
  final void query_10_actorsLivingInAFragmentAreFound() {
    given(CatalogueRows.tutorial());
    inRead(
        unit -> {
          assertThat(names(unit.actorsLivingIn("Glendale")))
              .containsExactly("Dwayne Johnson", "Mark Wahlberg");
          assertThat(names(unit.actorsLivingIn("Holly"))).containsExactly("Dwayne Johnson");
          assertThat(names(unit.actorsLivingIn("Burbank, CA"))).containsExactly("Matt Damon");
          assertThat(names(unit.actorsLivingIn("Paris"))).isEmpty();
        });
  }

  @Test
  @IfThisFails("check for ILIKE, or a comparison of both sides in lower case")
  final void query_11_theCaseOfAFragmentDoesNotMatter() {
    given(CatalogueRows.tutorial());
    inRead(
        unit -> {
          assertThat(names(unit.actorsLivingIn("gLENDALE, ca")))
              .containsExactly("Dwayne Johnson", "Mark Wahlberg");
          assertThat(names(unit.actorsLivingIn("BURBANK"))).containsExactly("Matt Damon");
        });
  }

  @Test
  @IfThisFails("check for the join's duplicates: two fitting addresses are one actor")
  final void query_12_anActorComesOnceThoughTwoAddressesFit() {
    given(CatalogueRows.tutorial());
    assertThatList(store().read(unit -> names(unit.actorsLivingIn("CA"))))
        .containsExactly("Matt Damon", "Dwayne Johnson", "Mark Wahlberg");
  }

  @Test
  @IfThisFails("check that % is escaped in the pattern")
  final void query_13_aPercentSignInAFragmentIsItself() {
    givenAddresses("100% Street", "100 Street", "%");
    assertThat(living("0% S")).containsExactly("100% Street");
    assertThat(living("%")).containsExactly("100% Street", "%");
    assertThat(living("%%")).isEmpty();
  }

  @Test
  @IfThisFails("check that _ is escaped in the pattern")
  final void query_14_anUnderscoreInAFragmentIsItself() {
    givenAddresses("a_b", "axb", "_");
    assertThat(living("a_b")).containsExactly("a_b");
    assertThat(living("_")).containsExactly("a_b", "_");
    assertThat(living("__")).isEmpty();
  }

  @Test
  @IfThisFails("check that the backslash is escaped, first of all, and also at the fragment's end")
  final void query_15_aBackslashInAFragmentIsItself() {
    givenAddresses("a\\b", "ab", "c\\", "\\%");
    assertThat(living("a\\b")).containsExactly("a\\b");
    assertThat(living("\\")).containsExactly("a\\b", "c\\", "\\%");
    assertThat(living("c\\")).containsExactly("c\\");
    assertThat(living("\\%")).containsExactly("\\%");
    assertThat(living("\\\\")).isEmpty();
  }

  @Test
  @IfThisFails("check that an empty fragment is no special case")
  final void query_16_anEmptyFragmentFitsEveryAddress() {
    given(CatalogueRows.tutorial());
    given(actor(9, "without an address"));
    assertThatList(store().read(unit -> names(unit.actorsLivingIn(""))))
        .containsExactly("Matt Damon", "Dwayne Johnson", "Mark Wahlberg");
  }

  @Test
  @IfThisFails("check the ORDER BY of the query for actors")
  final void query_17_actorsComeById() {
    given(
        actor(3, "c"),
        actor(1, "a"),
        actor(2, "b"),
        contact(1, "1", "Glendale", 3),
        contact(2, "2", "Glendale", 2),
        contact(3, "3", "Glendale", 1));
    assertThatList(store().read(unit -> names(unit.actorsLivingIn("Glendale"))))
        .containsExactly("a", "b", "c");
  }

  @Test
  @IfThisFails("check that nothing found is an empty answer, and no error")
  final void query_18_emptyTablesGiveEmptyAnswers() {
    for (UnitKind kind : UnitKind.values()) {
      inUnit(
          kind,
          unit -> {
            IdRange ids = new IdRange(1, Long.MAX_VALUE);
            assertThat(unit.allMovies()).isEmpty();
            assertThat(unit.countMovies()).isZero();
            assertThat(unit.existsMovieTitled("")).isFalse();
            assertThat(unit.distinctTitles()).isEmpty();
            assertThat(unit.moviesReleasedAfter(DAY)).isEmpty();
            assertThat(unit.firstMovieReleasedAfter(DAY)).isEmpty();
            assertThat(unit.moviesStarring("")).isEmpty();
            assertThat(unit.actorsLivingIn("")).isEmpty();
            assertThat(unit.searchMovies(new MovieSearch(null, null, null))).isEmpty();
            assertThat(unit.searchMovies(new MovieSearch("", DAY, ""))).isEmpty();
            assertThat(unit.moviesPage(MovieOrder.TITLE, 0, 10)).isEmpty();
            assertThat(unit.moviesPageAfter("", 0, 10)).isEmpty();
            assertThat(unit.credits(ids)).isEmpty();
            assertThat(unit.summaries(ids)).isEmpty();
            assertThat(unit.castLists(ids)).isEmpty();
          });
    }
  }

  @Test
  @IfThisFails("check that units differ in their transaction, and in nothing that they answer")
  final void query_19_theAnswersAreTheSameInEveryKindOfUnit() {
    given(CatalogueRows.tutorial());
    String expected = store().read(QueryRules::everyAnswer);
    assertThat(store().query(QueryRules::everyAnswer)).as("in query").isEqualTo(expected);
    assertThat(store().write(QueryRules::everyAnswer)).as("in write").isEqualTo(expected);
    assertThat(expected).contains("Furious 7", "Glendale", "Matt Damon");
  }

  @Test
  @IfThisFails("check that the question really goes to the database: it is the harness's yardstick")
  final void query_20_selectOneIsOne() {
    for (UnitKind kind : UnitKind.values()) {
      assertThat(store().inUnit(kind, UnitOfWork::selectOne)).isEqualTo(1);
    }
  }

  @Test
  @IfThisFails("check that the fragment is looked for anywhere in the title, in either case")
  final void query_21_aSearchByAFragmentFindsItAnywhereInTheTitle() {
    given(CatalogueRows.tutorial());
    assertThat(search(new MovieSearch("bourne", null, null))).containsExactly(1L);
    assertThat(search(new MovieSearch("7", null, null))).containsExactly(2L);
    assertThat(search(new MovieSearch("PAIN & g", null, null))).containsExactly(3L);
    assertThat(search(new MovieSearch("i", null, null))).containsExactly(1L, 2L, 3L);
    assertThat(search(new MovieSearch("Matt Damon", null, null))).as("an actor's name").isEmpty();
  }

  @Test
  @IfThisFails(
      "check that the comparison is strict, and that an unknown date is not after anything")
  final void query_22_aSearchByADayIsStrictAndKnowsNoUnknownDates() {
    given(
        movie(4, "on the day", DAY),
        movie(3, "the day after", DAY.plusDays(1)),
        movie(2, "much later", DAY.plusYears(10)),
        movie(1, "unknown", null),
        movie(5, "before", DAY.minusDays(1)));
    assertThat(search(new MovieSearch(null, DAY, null))).containsExactly(2L, 3L);
  }

  @Test
  @IfThisFails("check the equality of names, and for the join's duplicates")
  final void query_23_aSearchByAnActorFindsTheExactNameAndEachMovieOnce() {
    given(
        movie(1, "both"),
        movie(2, "one"),
        movie(3, "nobody of this name"),
        actor(1, "John Smith"),
        actor(2, "John Smith"),
        actor(3, "John Smithson"),
        role(1, 1),
        role(1, 2),
        role(2, 2),
        role(3, 3));
    assertThat(search(new MovieSearch(null, null, "John Smith"))).containsExactly(1L, 2L);
    assertThat(search(new MovieSearch(null, null, "john smith"))).as("other case").isEmpty();
    assertThat(search(new MovieSearch(null, null, "John"))).as("part of a name").isEmpty();
    assertThat(search(new MovieSearch(null, null, "John Smith%"))).as("pattern").isEmpty();
  }

  @Test
  @IfThisFails("check that each given condition is asked, joined by AND, and no other one")
  final void query_24_allConditionsOfASearchMustHoldAndNoOthers() {
    int fitsTitle = 1;
    int fitsDay = 2;
    int fitsActor = 4;
    given(actor(1, "Lauren"), actor(2, "Humphrey"));
    for (int fits = 7; fits >= 0; fits--) {
      given(
          movie(
              fits + 1,
              (fits & fitsTitle) == 0 ? "Key Largo" : "The Big Sleep",
              (fits & fitsDay) == 0 ? DAY : DAY.plusDays(1)),
          role(fits + 1, (fits & fitsActor) == 0 ? 1 : 2));
    }
    for (int asked = 0; asked < 8; asked++) {
      MovieSearch search =
          new MovieSearch(
              (asked & fitsTitle) == 0 ? null : "sleep",
              (asked & fitsDay) == 0 ? null : DAY,
              (asked & fitsActor) == 0 ? null : "Humphrey");
      int mask = asked;
      assertThat(search(search))
          .as("movies found by %s", search)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, 8)
                  .filter(id -> ((id - 1) & mask) == mask)
                  .boxed()
                  .toList());
    }
  }

  @Test
  @IfThisFails("check that %, _ and the backslash are escaped in the pattern for titles")
  final void query_25_everyCharacterOfATitlesFragmentIsItself() {
    List<String> titles = List.of("100% a_b", "100 axb", "c\\", "\\%", "%", "_");
    for (int i = 0; i < titles.size(); i++) {
      given(movie(i + 1, titles.get(i)));
    }
    assertThat(search(new MovieSearch("0% A", null, null))).containsExactly(1L);
    assertThat(search(new MovieSearch("%", null, null))).containsExactly(1L, 4L, 5L);
    assertThat(search(new MovieSearch("%%", null, null))).isEmpty();
    assertThat(search(new MovieSearch("A_B", null, null))).containsExactly(1L);
    assertThat(search(new MovieSearch("_", null, null))).containsExactly(1L, 6L);
    assertThat(search(new MovieSearch("\\", null, null))).containsExactly(3L, 4L);
    assertThat(search(new MovieSearch("\\%", null, null))).containsExactly(4L);
    assertThat(search(new MovieSearch("\\\\", null, null))).isEmpty();
  }

  @Test
  @IfThisFails("check that null alone means that a condition is not given")
  final void query_26_anEmptyTextOfASearchIsACondition() {
    given(movie(1, "played"), movie(2, ""), movie(3, "by nobody"));
    given(actor(1, "A"), actor(2, ""), role(1, 1), role(2, 2));
    assertThat(search(new MovieSearch("", null, null)))
        .as("every title contains the empty text")
        .containsExactly(1L, 2L, 3L);
    assertThat(search(new MovieSearch(null, null, "")))
        .as("an actor of the empty name")
        .containsExactly(2L);
    assertThat(search(new MovieSearch("", null, "A"))).containsExactly(1L);
  }

  @Test
  @IfThisFails("check the ORDER BY, and that joining an actor for a condition loads no cast")
  final void query_27_moviesOfASearchComeByIdAndWithoutTheirCast() {
    given(movie(3, "three", DAY), movie(1, "one", DAY), movie(2, "two"));
    given(actor(1, "A"), role(3, 1), role(1, 1), role(2, 1));
    for (MovieSearch search :
        List.of(new MovieSearch(null, null, null), new MovieSearch("", null, "A"))) {
      assertThatMovies(store().read(unit -> unit.searchMovies(search)))
          .as("movies found by %s", search)
          .isEqualTo(
              """
              movie 1 'one' 2015-04-02
                cast not loaded
              movie 2 'two' null
                cast not loaded
              movie 3 'three' 2015-04-02
                cast not loaded
              """);
    }
  }

  /** Returns the ids of the movies that a search finds, in the order of the answer. */
  private List<Long> search(MovieSearch search) {
    return store().read(unit -> unit.searchMovies(search)).stream().map(Rules::id).toList();
  }

  private static String everyAnswer(UnitOfWork unit) {
    return String.join(
        "\n",
        unit.allMovies().toString(),
        Long.toString(unit.countMovies()),
        Boolean.toString(unit.existsMovieTitled("Furious 7")),
        unit.distinctTitles().toString(),
        unit.moviesReleasedAfter(LocalDate.of(2010, 1, 1)).toString(),
        unit.firstMovieReleasedAfter(LocalDate.of(2010, 1, 1)).toString(),
        unit.moviesStarring("Matt Damon").toString(),
        unit.actorsLivingIn("glendale").toString(),
        unit.searchMovies(new MovieSearch("PAIN", null, "Mark Wahlberg")).toString(),
        unit.moviesPage(MovieOrder.RELEASE_DATE, 1, 1).toString(),
        unit.moviesPageAfter("Furious 7", 2, 1).toString(),
        unit.credits(new IdRange(1, 2)).toString(),
        unit.summaries(new IdRange(2, 3)).toString(),
        unit.castLists(new IdRange(1, 3)).toString(),
        unit.findMovie(1).toString(),
        unit.findActor(1).toString(),
        unit.findStuntman(1).toString(),
        unit.findContactDetails(2).toString());
  }

  private void givenAddresses(String... addresses) {
    for (int i = 0; i < addresses.length; i++) {
      given(actor(i + 1, addresses[i]), contact(i + 1, "1", addresses[i], i + 1));
    }
  }

  /** Returns the names, which are the addresses, of the actors whom a fragment finds. */
  private List<String> living(String fragment) {
    return store().read(unit -> names(unit.actorsLivingIn(fragment)));
  }

  private static List<String> names(List<Actor> actors) {
    return actors.stream().map(Actor::getName).toList();
  }
}
