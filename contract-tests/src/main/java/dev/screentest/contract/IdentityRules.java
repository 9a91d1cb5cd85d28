package dev.screentest.contract;

import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.contact;
import static dev.screentest.contract.Row.movie;
import static dev.screentest.contract.Row.role;
import static dev.screentest.contract.Row.stuntman;
import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which object stands for which row, and what its id is. */
abstract class IdentityRules extends Rules {

  /** The ids for which one value of a sequence stands. */
  private static final int BLOCK = 50;

  IdentityRules(Stage stage) {
    super(stage);
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that ids are set on the very objects that were given, not on copies")
  final void id_1_isAssignedInPlaceByTheCallOfSave() {
    Actor actor = new Actor("Dwayne Johnson", null);
    Stuntman stuntman = new Stuntman("John Roe", true);
    ContactDetails details = new ContactDetails("423 555 5623", "Glendale, CA");
    actor.setStuntman(stuntman);
    actor.addContactDetails(details);
    Movie movie = new Movie("Furious 7", null);
    movie.addActor(actor);
    inWrite(
        unit -> {
          unit.save(movie);
          assertThat(movie.getId()).as("id of the movie, right after save").isPositive();
          assertThat(actor.getId()).as("id of the actor, right after save").isPositive();
          assertThat(stuntman.getId()).as("id of the stuntman, right after save").isPositive();
          assertThat(details.getId()).as("id of the contact, right after save").isPositive();
        });
    assertThat(rows())
        .containsExactly(
            movie(id(movie), "Furious 7"),
            actor(id(actor), "Dwayne Johnson"),
            role(id(movie), id(actor)),
            stuntman(id(stuntman), "John Roe", true, id(actor)),
            contact(id(details), "423 555 5623", "Glendale, CA", id(actor)));
  }

  @Test
  @IfThisFails("check that blocks of ids are not handed out twice, and belong to the store")
  final void id_2_isUniqueAcrossUnitsOfWork() {
    List<Long> ids = new ArrayList<>();
    for (int unitOfWork = 0; unitOfWork < 3; unitOfWork++) {
      List<Movie> movies = Stream.generate(Movie::new).limit(BLOCK + 1).toList();
      inWrite(unit -> unit.saveAll(movies, InsertStrategy.BATCHED));
      movies.forEach(movie -> ids.add(id(movie)));
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(rows(Row.MovieRow.class)).hasSize(ids.size());
  }

  @Test
  @NeedsServer
  @IfThisFails(
      "check the increment: a sequence value N stands for N to N + 49, no more and no less")
  final void id_3_comesFromABlockThatTheSequenceHandedOut() {
    List<Movie> movies = Stream.generate(Movie::new).limit(2 * BLOCK).toList();
    inWrite(unit -> unit.saveAll(movies, InsertStrategy.BATCHED));
    long lastValue = server().number("select last_value from movies_id_seq");
    assertThat(movies)
        .as("ids, when the sequence's last value is %d", lastValue)
        .allSatisfy(
            movie ->
                assertThat(id(movie)).isBetween(Witness.FIRST_SEQUENCE_ID, lastValue + BLOCK - 1));
    assertThat(server().number("select nextval('movies_id_seq')"))
        .as("the next block, which another client may use as a whole")
        .isGreaterThan(movies.stream().mapToLong(Rules::id).max().orElseThrow());
  }

  @Test
  @IfThisFails("check that rows of a join are put together by id, over the whole result")
  final void id_4_oneRowIsOneObjectWithinAResult() {
    given(CatalogueRows.tutorial());
    for (FetchStrategy strategy : fetchStrategies()) {
      List<Movie> movies =
          store()
              .read(
                  unit ->
                      unit.moviesWithCast(new IdRange(2, 3), FetchDepth.CONTACT_DETAILS, strategy));
      assertThat(movies).as("movies by %s", strategy).hasSize(2);
      assertThat(movies.get(0).getActors().iterator().next())
          .as("Dwayne Johnson, who plays in both movies, by %s", strategy)
          .isSameAs(movies.get(1).getActors().iterator().next());
    }
  }

  @Test
  @IfThisFails("check that nothing is cached in the store, or that each unit has its own session")
  final void id_5_anObjectIsReadAnewInEachUnit() {
    given(movie(1, "before"), actor(2, "before"));
    Movie movie = store().read(unit -> unit.findMovie(1)).orElseThrow();
    Actor actor = store().read(unit -> unit.findActor(2)).orElseThrow();
    inWrite(
        unit -> {
          Movie other = unit.findMovie(1).orElseThrow();
          assertThat(other).as("object of another unit").isNotSameAs(movie);
          other.setTitle("after");
          unit.save(other);
          Actor otherActor = unit.findActor(2).orElseThrow();
          assertThat(otherActor).as("object of another unit").isNotSameAs(actor);
          otherActor.setName("after");
          unit.save(otherActor);
        });
    for (UnitKind kind : UnitKind.values()) {
      assertThat(store().inUnit(kind, unit -> unit.findMovie(1)).orElseThrow().getTitle())
          .as("title in a later unit of kind %s", kind)
          .isEqualTo("after");
      assertThat(store().inUnit(kind, unit -> unit.findActor(2)).orElseThrow().getName())
          .as("name in a later unit of kind %s", kind)
          .isEqualTo("after");
    }
    assertThat(movie.getTitle()).as("title of the object of the earlier unit").isEqualTo("before");
  }

  @Test
  @Needs(Capability.UNIT_CACHE)
  @IfThisFails("check that every query of a unit goes through the same session")
  final void id_6_oneRowIsOneObjectAcrossResultsOfAUnitWithAUnitCache() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          Movie movie = unit.findMovie(2).orElseThrow();
          assertThat(unit.findMovie(2).orElseThrow()).isSameAs(movie);
          assertThat(unit.moviesStarring("Dwayne Johnson").get(0)).isSameAs(movie);
          Actor actor = unit.findActor(2).orElseThrow();
          assertThat(unit.findStuntman(2).orElseThrow().getActor()).isSameAs(actor);
        });
  }

  @Test
  @NeedsLackOf(Capability.UNIT_CACHE)
  @IfThisFails("check the framework's session cache: switch it off, or declare UNIT_CACHE")
  final void id_7_resultsShareNoObjectsWithoutAUnitCache() {
    given(CatalogueRows.tutorial());
    for (UnitKind kind : UnitKind.values()) {
      inUnit(
          kind,
          unit -> {
            assertThat(unit.findMovie(2).orElseThrow())
                .as("second result in a unit of kind %s", kind)
                .isNotSameAs(unit.findMovie(2).orElseThrow());
            assertThat(unit.findActor(2).orElseThrow())
                .as("second result in a unit of kind %s", kind)
                .isNotSameAs(unit.findActor(2).orElseThrow());
          });
    }
  }

  @Test
  @IfThisFails(
      "check for proxies: to-one relations come by join, as objects of the domain's classes")
  final void id_8_everyObjectIsOfTheDomainsOwnClass() {
    given(CatalogueRows.tutorial());
    List<Object> objects = new ArrayList<>();
    inRead(
        unit -> {
          objects.addAll(
              unit.moviesWithCast(
                  new IdRange(1, 3), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED));
          objects.add(unit.findMovie(1).orElseThrow());
          objects.add(unit.findActor(1).orElseThrow());
          objects.add(unit.findStuntman(1).orElseThrow());
          objects.add(unit.findContactDetails(1).orElseThrow());
          objects.addAll(unit.actorsLivingIn("Glendale"));
        });
    for (Object object : List.copyOf(objects)) {
      if (object instanceof Movie movie && objects.indexOf(movie) < 3) {
        objects.addAll(movie.getActors());
        movie.getActors().forEach(actor -> objects.addAll(actor.getContactDetails()));
      } else if (object instanceof Stuntman stuntman) {
        objects.add(stuntman.getActor());
      } else if (object instanceof ContactDetails details) {
        objects.add(details.getActor());
      }
    }
    for (Object object : List.copyOf(objects)) {
      if (object instanceof Actor actor && actor.getStuntman() != null) {
        objects.add(actor.getStuntman());
      }
    }
    assertThat(objects)
        .allSatisfy(
            object ->
                assertThat(object.getClass())
                    .isIn(Movie.class, Actor.class, Stuntman.class, ContactDetails.class));
  }

  @Test
  @IfThisFails("check that no row is an empty Optional, not an exception and not an empty object")
  final void id_9_anIdWithoutARowFindsNothing() {
    given(CatalogueRows.tutorial());
    for (long id : new long[] {99, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      inRead(
          unit -> {
            assertThat(unit.findMovie(id)).as("movie %d", id).isEmpty();
            assertThat(unit.findActor(id)).as("actor %d", id).isEmpty();
            assertThat(unit.findActorWithContactDetails(id)).as("actor %d", id).isEmpty();
            assertThat(unit.findStuntman(id)).as("stuntman %d", id).isEmpty();
            assertThat(unit.findContactDetails(id)).as("contact %d", id).isEmpty();
          });
    }
  }

  @Test
  @IfThisFails(
      "check that each table has its own sequence, and that a row is found in its own table")
  final void id_10_belongsToItsTable() {
    given(movie(7, "movie seven"), actor(8, "actor eight"));
    inRead(
        unit -> {
          assertThat(unit.findMovie(7)).isPresent();
          assertThat(unit.findActor(7)).as("actor with the id of a movie").isEmpty();
          assertThat(unit.findActor(8)).isPresent();
          assertThat(unit.findMovie(8)).as("movie with the id of an actor").isEmpty();
        });
  }

  @Test
  @IfThisFails("check that null means new, and that nothing is written before it is saved")
  final void id_11_isNullUntilTheObjectIsSaved() {
    given(LongStream.rangeClosed(1, 3).mapToObj(id -> movie(id, "movie " + id)).toList());
    Movie forgotten = new Movie("never saved", null);
    inWrite(unit -> assertThat(unit.allMovies()).hasSize(3));
    assertThat(forgotten.getId()).isNull();
    assertThat(rows()).hasSize(3);
  }
}
