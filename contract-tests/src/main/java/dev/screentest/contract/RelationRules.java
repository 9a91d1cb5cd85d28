package dev.screentest.contract;

import static dev.screentest.contract.Facts.assertThatActor;
import static dev.screentest.contract.Facts.assertThatActors;
import static dev.screentest.contract.Facts.assertThatMovie;
import static dev.screentest.contract.Facts.assertThatMovies;
import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.contact;
import static dev.screentest.contract.Row.movie;
import static dev.screentest.contract.Row.role;
import static dev.screentest.contract.Row.stuntman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes with an object, what does not, and how the latter says so. */
abstract class RelationRules extends Rules {

  private static final String TUTORIAL_WITH_CONTACTS =
      """
      movie 1 'The Bourne Identity' 2002-10-11
        actor 1 'Matt Damon' 1970-10-08
          stuntman 1 'John Doe' active
          contact 1 '415 555 2671' 'Burbank, CA'
      movie 2 'Furious 7' 2015-04-02
        actor 2 'Dwayne Johnson' 1972-05-02
          stuntman 2 'John Roe' active
          contact 2 '423 555 5623' 'Glendale, CA'
          contact 3 '421 444 2323' 'West Hollywood, CA'
      movie 3 'Pain & Gain' 2013-08-23
        actor 2 'Dwayne Johnson' 1972-05-02
          stuntman 2 'John Roe' active
          contact 2 '423 555 5623' 'Glendale, CA'
          contact 3 '421 444 2323' 'West Hollywood, CA'
        actor 3 'Mark Wahlberg' 1971-06-05
          stuntman 3 'Richard Roe' active
          contact 4 '421 333 9428' 'Glendale, CA'
      """;

  RelationRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails(
      "check that the cast of a movie that was found alone throws, and is not an empty set")
  final void rel_1_theCastIsNotLoadedWithAMovie() {
    given(CatalogueRows.tutorial());
    for (UnitKind kind : UnitKind.values()) {
      Movie movie = store().inUnit(kind, unit -> unit.findMovie(3)).orElseThrow();
      assertThatThrownBy(() -> movie.getActors().size())
          .as("touching the cast after a unit of kind %s", kind)
          .hasMessageContaining("Movie.actors");
    }
  }

  @Test
  @IfThisFails("check that contact details that were not asked for throw, and are not an empty set")
  final void rel_2_contactDetailsAreNotLoadedWithAnActor() {
    given(CatalogueRows.tutorial());
    for (UnitKind kind : UnitKind.values()) {
      Actor actor = store().inUnit(kind, unit -> unit.findActor(2)).orElseThrow();
      assertThatThrownBy(() -> actor.getContactDetails().isEmpty())
          .as("touching the contact details after a unit of kind %s", kind)
          .hasMessageContaining("Actor.contactDetails");
    }
  }

  @Test
  @IfThisFails("check that an actor's movies are nowhere an empty set: no query loads them")
  final void rel_3_theMoviesOfAnActorAreNotLoaded() {
    given(CatalogueRows.tutorial());
    Actor found = store().read(unit -> unit.findActor(2)).orElseThrow();
    assertThatThrownBy(() -> found.getMovies().size()).hasMessageContaining("Actor.movies");
    Actor ofCast =
        graph(new IdRange(2, 2), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED)
            .get(0)
            .getActors()
            .iterator()
            .next();
    assertThatThrownBy(() -> ofCast.getMovies().iterator()).hasMessageContaining("Actor.movies");
  }

  @Test
  @IfThisFails("check that depth MOVIES leaves the cast not loaded, whatever the strategy")
  final void rel_4_depthMoviesLoadsNoCast() {
    given(CatalogueRows.tutorial());
    for (FetchStrategy strategy : fetchStrategies()) {
      assertThatMovies(graph(new IdRange(2, 3), FetchDepth.MOVIES, strategy))
          .as("depth MOVIES by %s", strategy)
          .isEqualTo(
              """
              movie 2 'Furious 7' 2015-04-02
                cast not loaded
              movie 3 'Pain & Gain' 2013-08-23
                cast not loaded
              """);
    }
  }

  @Test
  @IfThisFails("check that depth ACTORS loads casts with stuntmen, and no contact details")
  final void rel_5_depthActorsLoadsTheCastAndNoContactDetails() {
    given(CatalogueRows.tutorial());
    for (FetchStrategy strategy : fetchStrategies()) {
      assertThatMovies(graph(new IdRange(2, 3), FetchDepth.ACTORS, strategy))
          .as("depth ACTORS by %s", strategy)
          .isEqualTo(
              """
              movie 2 'Furious 7' 2015-04-02
                actor 2 'Dwayne Johnson' 1972-05-02
                  stuntman 2 'John Roe' active
                  contact details not loaded
              movie 3 'Pain & Gain' 2013-08-23
                actor 2 'Dwayne Johnson' 1972-05-02
                  stuntman 2 'John Roe' active
                  contact details not loaded
                actor 3 'Mark Wahlberg' 1971-06-05
                  stuntman 3 'Richard Roe' active
                  contact details not loaded
              """);
    }
  }

  @Test
  @IfThisFails("check the join's duplicates: each actor, stuntman and contact is there once")
  final void rel_6_joinedLoadsTheWholeGraph() {
    given(CatalogueRows.tutorial());
    assertThatMovies(graph(new IdRange(1, 3), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED))
        .isEqualTo(TUTORIAL_WITH_CONTACTS);
  }

  @Test
  @IfThisFails("check that every level's rows find their owner by id")
  final void rel_7_batchedLoadsTheSameGraph() {
    given(CatalogueRows.tutorial());
    assertThatMovies(graph(new IdRange(1, 3), FetchDepth.CONTACT_DETAILS, FetchStrategy.BATCHED))
        .isEqualTo(TUTORIAL_WITH_CONTACTS);
  }

  @Test
  @IfThisFails("check that one actor of two movies is asked for once and shown in both")
  final void rel_8_nPlusOneLoadsTheSameGraph() {
    given(CatalogueRows.tutorial());
    assertThatMovies(graph(new IdRange(1, 3), FetchDepth.CONTACT_DETAILS, FetchStrategy.N_PLUS_ONE))
        .isEqualTo(TUTORIAL_WITH_CONTACTS);
  }

  @Test
  @Needs(Capability.NESTED)
  @IfThisFails(
      "check the order inside the database's aggregates, and how it spells dates and nulls")
  final void rel_9_nestedLoadsTheSameGraph() {
    given(CatalogueRows.tutorial());
    assertThatMovies(graph(new IdRange(1, 3), FetchDepth.CONTACT_DETAILS, FetchStrategy.NESTED))
        .isEqualTo(TUTORIAL_WITH_CONTACTS);
  }

  @Test
  @IfThisFails("check for inner joins: who lacks a relation must come all the same, with it empty")
  final void rel_10_anEmptyRelationIsLoadedAndEmpty() {
    given(
        movie(1, "nobody plays"),
        movie(2, "one plays"),
        actor(3, "neither stuntman nor contact"),
        role(2, 3));
    for (FetchStrategy strategy : fetchStrategies()) {
      assertThatMovies(graph(new IdRange(1, 2), FetchDepth.CONTACT_DETAILS, strategy))
          .as("by %s", strategy)
          .isEqualTo(
              """
              movie 1 'nobody plays' null
              movie 2 'one plays' null
                actor 3 'neither stuntman nor contact' null
              """);
    }
    assertThatActor(store().read(unit -> unit.findActorWithContactDetails(3)).orElseThrow())
        .isEqualTo("actor 3 'neither stuntman nor contact' null\n");
  }

  @Test
  @IfThisFails("check that sets keep an order and that it is the order of ids, not of the table")
  final void rel_11_relationsToManyAreOrderedById() {
    given(
        movie(1, "in order"),
        actor(30, "third"),
        actor(10, "first"),
        actor(20, "second"),
        role(1, 20),
        role(1, 30),
        role(1, 10),
        contact(9, "9", "last", 10),
        contact(7, "7", "first", 10),
        contact(8, "8", "middle", 10));
    for (FetchStrategy strategy : fetchStrategies()) {
      assertThatMovies(graph(new IdRange(1, 1), FetchDepth.CONTACT_DETAILS, strategy))
          .as("by %s", strategy)
          .isEqualTo(
              """
              movie 1 'in order' null
                actor 10 'first' null
                  contact 7 '7' 'first'
                  contact 8 '8' 'middle'
                  contact 9 '9' 'last'
                actor 20 'second' null
                actor 30 'third' null
              """);
    }
  }

  @Test
  @IfThisFails("check that every query for actors joins the stuntman, active or not")
  final void rel_12_anActorAlwaysComesWithItsStuntman() {
    given(
        actor(1, "with"),
        stuntman(5, "John Doe", false, 1),
        contact(6, "1", "Burbank", 1),
        actor(2, "without"),
        contact(7, "2", "Burbank", 2));
    Actor with = store().read(unit -> unit.findActor(1)).orElseThrow();
    Actor without = store().read(unit -> unit.findActor(2)).orElseThrow();
    assertThatActor(with)
        .isEqualTo(
            """
            actor 1 'with' null
              stuntman 5 'John Doe' inactive
              contact details not loaded
            """);
    assertThat(without.getStuntman()).as("stuntman of who has none").isNull();
    assertThatActors(store().query(unit -> unit.actorsLivingIn("Burbank")))
        .isEqualTo(
            """
            actor 1 'with' null
              stuntman 5 'John Doe' inactive
              contact details not loaded
            actor 2 'without' null
              contact details not loaded
            """);
  }

  @Test
  @IfThisFails("check that the contacts' query joins the actor, and the actor's stuntman with it")
  final void rel_13_contactDetailsComeWithTheirActor() {
    given(CatalogueRows.tutorial());
    ContactDetails details = store().read(unit -> unit.findContactDetails(3)).orElseThrow();
    assertThat(details.getPhoneNumber()).isEqualTo("421 444 2323");
    assertThat(details.getAddress()).isEqualTo("West Hollywood, CA");
    Actor actor = details.getActor();
    assertThat(actor).as("actor of contact 3").isNotNull();
    assertThatActor(actor)
        .startsWith("actor 2 'Dwayne Johnson' 1972-05-02\n  stuntman 2 'John Roe' active\n");
  }

  @Test
  @IfThisFails(
      "check that the stuntmen's query joins the actor, and that both sides know each other")
  final void rel_14_aStuntmanComesWithItsActor() {
    given(CatalogueRows.tutorial());
    Stuntman stuntman = store().read(unit -> unit.findStuntman(3)).orElseThrow();
    assertThat(stuntman.getName()).isEqualTo("Richard Roe");
    assertThat(stuntman.isActive()).isTrue();
    Actor actor = stuntman.getActor();
    assertThat(actor).as("actor of stuntman 3").isNotNull();
    assertThat(actor.getName()).isEqualTo("Mark Wahlberg");
    assertThat(actor.getStuntman()).as("stuntman of the actor of stuntman 3").isSameAs(stuntman);
  }

  @Test
  @IfThisFails("check that mappers set both sides: a contact must know the actor that lists it")
  final void rel_15_loadedRelationsAreInStepBothWays() {
    given(CatalogueRows.tutorial());
    for (Movie movie : graph(new IdRange(1, 3), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED)) {
      for (Actor actor : movie.getActors()) {
        Stuntman stuntman = actor.getStuntman();
        assertThat(stuntman).as("stuntman of %s", actor).isNotNull();
        assertThat(stuntman.getActor()).as("actor of %s", stuntman).isSameAs(actor);
        assertThat(actor.getContactDetails())
            .allSatisfy(details -> assertThat(details.getActor()).isSameAs(actor));
      }
    }
  }

  @Test
  @IfThisFails("check that the one statement joins contact details without losing who has none")
  final void rel_16_anActorCanBeFoundWithItsContactDetails() {
    given(CatalogueRows.tutorial());
    for (UnitKind kind : UnitKind.values()) {
      assertThatActor(
              store().inUnit(kind, unit -> unit.findActorWithContactDetails(2)).orElseThrow())
          .as("actor in a unit of kind %s", kind)
          .isEqualTo(
              """
              actor 2 'Dwayne Johnson' 1972-05-02
                stuntman 2 'John Roe' active
                contact 2 '423 555 5623' 'Glendale, CA'
                contact 3 '421 444 2323' 'West Hollywood, CA'
              """);
    }
  }

  @Test
  @NeedsLackOf(Capability.LAZY_LOADING)
  @IfThisFails("check whether the framework loads behind your back; then declare LAZY_LOADING")
  final void rel_17_withoutLazyLoadingATouchInsideTheUnitThrows() {
    given(CatalogueRows.tutorial());
    inRead(
        unit -> {
          Movie movie = unit.findMovie(3).orElseThrow();
          assertThatThrownBy(() -> movie.getActors().size()).hasMessageContaining("Movie.actors");
          Actor actor = unit.findActor(3).orElseThrow();
          assertThatThrownBy(() -> actor.getContactDetails().size())
              .hasMessageContaining("Actor.contactDetails");
          assertThat(unit.findMovie(1)).as("what the unit still finds").isPresent();
        });
  }

  @Test
  @Needs(Capability.LAZY_LOADING)
  @IfThisFails(
      "check that the session stays open as long as the unit, and loads in the order of ids")
  final void rel_18_lazyLoadingLoadsInsideTheUnit() {
    given(CatalogueRows.tutorial());
    Movie movie =
        store()
            .read(
                unit -> {
                  Movie found = unit.findMovie(3).orElseThrow();
                  for (Actor actor : found.getActors()) {
                    assertThat(actor.getContactDetails()).isNotEmpty();
                  }
                  return found;
                });
    assertThatMovie(movie)
        .isEqualTo(TUTORIAL_WITH_CONTACTS.substring(TUTORIAL_WITH_CONTACTS.indexOf("movie 3")));
  }

  @Test
  @IfThisFails("check the ends of the range: both are included, and gaps are no rows")
  final void rel_19_aGraphHasExactlyTheMoviesOfTheRange() {
    given(movie(5, "five"), movie(3, "three"), movie(8, "eight"), movie(4, "four"));
    for (FetchStrategy strategy : fetchStrategies()) {
      for (FetchDepth depth : FetchDepth.values()) {
        assertThat(graph(new IdRange(4, 8), depth, strategy))
            .as("movies 4 to 8 at depth %s by %s", depth, strategy)
            .extracting(Movie::getTitle)
            .containsExactly("four", "five", "eight");
        assertThat(graph(new IdRange(6, 7), depth, strategy)).as("no movies").isEmpty();
        assertThat(graph(new IdRange(8, Long.MAX_VALUE), depth, strategy)).hasSize(1);
        assertThat(graph(IdRange.of(3), depth, strategy)).hasSize(1);
      }
    }
  }

  @Test
  @IfThisFails("check that one of two rows of an actor's contacts is not lost among several movies")
  final void rel_20_aGraphIsCompleteWhereActorsAndContactsRepeat() {
    given(
        movie(1, "one"),
        movie(2, "two"),
        movie(3, "three"),
        actor(1, "A"),
        actor(2, "B"),
        role(1, 1),
        role(1, 2),
        role(2, 2),
        role(3, 1),
        role(3, 2),
        contact(1, "same", "same", 1),
        contact(2, "same", "same", 1),
        contact(3, "same", "same", 2));
    String a = "  actor 1 'A' null\n    contact 1 'same' 'same'\n    contact 2 'same' 'same'\n";
    String b = "  actor 2 'B' null\n    contact 3 'same' 'same'\n";
    for (FetchStrategy strategy : fetchStrategies()) {
      assertThatMovies(graph(new IdRange(1, 3), FetchDepth.CONTACT_DETAILS, strategy))
          .as("by %s", strategy)
          .isEqualTo(
              "movie 1 'one' null\n"
                  + a
                  + b
                  + "movie 2 'two' null\n"
                  + b
                  + "movie 3 'three' null\n"
                  + a
                  + b);
    }
  }

  private List<Movie> graph(IdRange ids, FetchDepth depth, FetchStrategy strategy) {
    return store().read(unit -> unit.moviesWithCast(ids, depth, strategy));
  }
}
