package dev.screentest.contract;

import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.contact;
import static dev.screentest.contract.Row.movie;
import static dev.screentest.contract.Row.role;
import static dev.screentest.contract.Row.stuntman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a save writes, and how far it reaches. */
abstract class SaveRules extends Rules {

  private static final LocalDate DAY = LocalDate.of(2015, 4, 2);
  private static final LocalDate BIRTHDAY = LocalDate.of(1972, 5, 2);

  SaveRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check that the unit commits, and that every column is written")
  final void save_1_storesAMovie() {
    Movie movie = new Movie("Furious 7", DAY);
    inWrite(unit -> unit.save(movie));
    assertThat(rows()).containsExactly(movie(id(movie), "Furious 7", DAY));
  }

  @Test
  @IfThisFails("check that every column of an actor is written, and that no relation is needed")
  final void save_2_storesAnActor() {
    Actor actor = new Actor("Dwayne Johnson", BIRTHDAY);
    inWrite(unit -> unit.save(actor));
    assertThat(rows()).containsExactly(actor(id(actor), "Dwayne Johnson", BIRTHDAY));
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that a movie's new actors are inserted, and after them the roles")
  final void save_3_reachesTheCast() {
    Movie movie = new Movie("Pain & Gain", DAY);
    Actor dwayne = new Actor("Dwayne Johnson", BIRTHDAY);
    Actor mark = new Actor("Mark Wahlberg", null);
    movie.addActor(dwayne);
    movie.addActor(mark);
    inWrite(unit -> unit.save(movie));
    assertThat(rows())
        .containsExactlyInAnyOrder(
            movie(id(movie), "Pain & Gain", DAY),
            actor(id(dwayne), "Dwayne Johnson", BIRTHDAY),
            actor(id(mark), "Mark Wahlberg"),
            role(id(movie), id(dwayne)),
            role(id(movie), id(mark)));
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that the cascade goes on from the cast to contact details")
  final void save_4_reachesContactDetailsOfTheCast() {
    Movie movie = new Movie("Furious 7", DAY);
    Actor actor = new Actor("Dwayne Johnson", BIRTHDAY);
    ContactDetails first = new ContactDetails("423 555 5623", "Glendale, CA");
    ContactDetails second = new ContactDetails("421 444 2323", "West Hollywood, CA");
    actor.addContactDetails(first);
    actor.addContactDetails(second);
    movie.addActor(actor);
    inWrite(unit -> unit.save(movie));
    assertThat(rows(Row.ContactRow.class))
        .containsExactlyInAnyOrder(
            new Row.ContactRow(id(first), "423 555 5623", "Glendale, CA", id(actor)),
            new Row.ContactRow(id(second), "421 444 2323", "West Hollywood, CA", id(actor)));
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that the cascade goes on from the cast to stuntmen")
  final void save_5_reachesStuntmenOfTheCast() {
    Movie movie = new Movie("Furious 7", DAY);
    Actor actor = new Actor("Dwayne Johnson", BIRTHDAY);
    actor.setStuntman(new Stuntman("John Roe", false));
    movie.addActor(actor);
    inWrite(unit -> unit.save(movie));
    Stuntman stuntman = actor.getStuntman();
    assertThat(stuntman).isNotNull();
    assertThat(rows(Row.StuntmanRow.class))
        .containsExactly(new Row.StuntmanRow(id(stuntman), "John Roe", false, id(actor)));
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that saving contact details saves the actor they belong to, and before them")
  final void save_6_reachesTheActorFromItsContactDetails() {
    Actor actor = new Actor("Matt Damon", null);
    ContactDetails details = new ContactDetails("415 555 2671", "Burbank, CA");
    details.setActor(actor);
    inWrite(unit -> unit.save(details));
    assertThat(rows())
        .containsExactly(
            actor(id(actor), "Matt Damon"),
            contact(id(details), "415 555 2671", "Burbank, CA", id(actor)));
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that saving a stuntman saves the actor it belongs to, and before it")
  final void save_7_reachesTheActorFromItsStuntman() {
    Actor actor = new Actor("Matt Damon", null);
    ContactDetails details = new ContactDetails("415 555 2671", "Burbank, CA");
    actor.addContactDetails(details);
    Stuntman stuntman = new Stuntman("John Doe", true);
    stuntman.setActor(actor);
    inWrite(unit -> unit.save(stuntman));
    assertThat(rows())
        .containsExactly(
            actor(id(actor), "Matt Damon"),
            stuntman(id(stuntman), "John Doe", true, id(actor)),
            contact(id(details), "415 555 2671", "Burbank, CA", id(actor)));
  }

  @Test
  @IfThisFails(
      "check that an actor's movies are not in the reach of its save: a cast is the movie's")
  final void save_8_ofAnActorDoesNotReachItsMovies() {
    Actor actor = new Actor("Matt Damon", null);
    Movie movie = new Movie("not saved", null);
    movie.addActor(actor);
    inWrite(unit -> unit.save(actor));
    assertThat(movie.getId()).isNull();
    assertThat(rows()).containsExactly(actor(id(actor), "Matt Damon"));
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that an object met a second time in the graph is not inserted again")
  final void save_9_storesAnActorOfTwoMoviesOnce() {
    Actor actor = new Actor("Dwayne Johnson", BIRTHDAY);
    Movie first = new Movie("Furious 7", DAY);
    Movie second = new Movie("Pain & Gain", null);
    first.addActor(actor);
    second.addActor(actor);
    inWrite(unit -> unit.saveAll(List.of(first, second), InsertStrategy.BATCHED));
    assertThat(rows())
        .containsExactlyInAnyOrder(
            movie(id(first), "Furious 7", DAY),
            movie(id(second), "Pain & Gain"),
            actor(id(actor), "Dwayne Johnson", BIRTHDAY),
            role(id(first), id(actor)),
            role(id(second), id(actor)));
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that a saved object is known to its unit, and is not new any more")
  final void save_10_twiceStoresOnce() {
    Movie movie = new Movie("Furious 7", DAY);
    movie.addActor(new Actor("Dwayne Johnson", BIRTHDAY));
    inWrite(
        unit -> {
          unit.save(movie);
          unit.save(movie);
        });
    assertThat(rows()).hasSize(3);
  }

  @Test
  @IfThisFails("check that an object saved as new is compared with what was saved when saved again")
  final void save_11_afterAChangeStoresTheLastState() {
    Movie movie = new Movie("working title", null);
    Actor actor = new Actor("extra", null);
    inWrite(
        unit -> {
          unit.save(movie);
          movie.setTitle("Furious 7");
          movie.setReleaseDate(DAY);
          movie.addActor(actor);
          unit.save(movie);
          actor.setName("Dwayne Johnson");
          unit.save(movie);
        });
    assertThat(rows())
        .containsExactly(
            movie(id(movie), "Furious 7", DAY),
            actor(id(actor), "Dwayne Johnson"),
            role(id(movie), id(actor)));
  }

  @Test
  @IfThisFails("check that changes of a loaded movie are found and written")
  final void save_12_updatesAMovie() {
    given(movie(1, "before", DAY), movie(2, "neighbour", DAY));
    inWrite(
        unit -> {
          Movie movie = unit.findMovie(1).orElseThrow();
          movie.setTitle("after");
          movie.setReleaseDate(BIRTHDAY);
          unit.save(movie);
        });
    assertThat(rows()).containsExactly(movie(1, "after", BIRTHDAY), movie(2, "neighbour", DAY));
  }

  @Test
  @IfThisFails(
      "check that changes of a loaded actor, its stuntman and its contacts are all written")
  final void save_13_updatesAnActorAndWhatBelongsToIt() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          Actor actor = unit.findActorWithContactDetails(1).orElseThrow();
          actor.setName("Matthew Paige Damon");
          actor.setBirthday(null);
          Stuntman stuntman = actor.getStuntman();
          assertThat(stuntman).isNotNull();
          stuntman.setActive(false);
          stuntman.setName("Johnny Doe");
          for (ContactDetails details : actor.getContactDetails()) {
            details.setPhoneNumber("1");
            details.setAddress("elsewhere");
          }
          unit.save(actor);
        });
    assertThat(rows())
        .contains(
            actor(1, "Matthew Paige Damon"),
            stuntman(1, "Johnny Doe", false, 1),
            contact(1, "1", "elsewhere", 1))
        .hasSameSizeAs(CatalogueRows.tutorial());
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that a save looks for changes at every level of the loaded graph")
  final void save_14_ofAMovieWritesChangesDeepInItsGraph() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          Movie movie = graph(unit, 1);
          Actor actor = movie.getActors().iterator().next();
          actor.setName("changed");
          actor.getContactDetails().iterator().next().setAddress("changed");
          actor.getContactDetails().iterator().next().setPhoneNumber("0");
          unit.save(movie);
        });
    assertThat(rows())
        .contains(actor(1, "changed", LocalDate.of(1970, 10, 8)), contact(1, "0", "changed", 1));
  }

  @Test
  @IfThisFails("check that a role is inserted for who is new in a loaded cast, and no actor twice")
  final void save_15_writesARoleForWhoJoinsTheCast() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          Movie movie = graph(unit, 1);
          movie.addActor(unit.findActor(3).orElseThrow());
          unit.save(movie);
        });
    assertThat(rows())
        .containsAll(CatalogueRows.tutorial())
        .contains(role(1, 3))
        .hasSize(CatalogueRows.tutorial().size() + 1);
  }

  @Test
  @IfThisFails("check that leaving a cast deletes the role, and nothing of the actor")
  final void save_16_deletesTheRoleOfWhoLeavesTheCast() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          Movie movie = graph(unit, 3);
          movie.removeActor(movie.getActors().iterator().next());
          unit.save(movie);
        });
    List<Row> expected = new ArrayList<>(CatalogueRows.tutorial());
    expected.remove(role(3, 2));
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  @IfThisFails("check that a relation that is not loaded is not taken for an empty one")
  final void save_17_leavesRelationsThatAreNotLoadedUntouched() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          Movie movie = unit.findMovie(3).orElseThrow();
          movie.setTitle("changed");
          unit.save(movie);
          Actor actor = unit.findActor(2).orElseThrow();
          actor.setName("changed");
          unit.save(actor);
        });
    List<Row> expected = new ArrayList<>(CatalogueRows.tutorial());
    expected.set(2, movie(3, "changed", LocalDate.of(2013, 8, 23)));
    expected.replaceAll(
        row ->
            row instanceof Row.ActorRow actor && actor.id() == 2
                ? actor(2, "changed", BIRTHDAY)
                : row);
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  @NeedsLackOf(Capability.AUTOMATIC_DIRTY_CHECKING)
  @IfThisFails("check whether the framework writes changes by itself; then declare that it does")
  final void save_18_isNeededForAChangeToBeWritten() {
    given(movie(1, "before"));
    inWrite(unit -> unit.findMovie(1).orElseThrow().setTitle("after"));
    assertThat(rows()).containsExactly(movie(1, "before"));
  }

  @Test
  @Needs(Capability.AUTOMATIC_DIRTY_CHECKING)
  @IfThisFails("check that the unit flushes before it commits")
  final void save_19_isNotNeededUnderAutomaticDirtyChecking() {
    given(movie(1, "before"));
    inWrite(unit -> unit.findMovie(1).orElseThrow().setTitle("after"));
    assertThat(rows()).containsExactly(movie(1, "after"));
  }

  @Test
  @IfThisFails("check that contact details that moved are updated, and not taken for orphans")
  final void save_20_movesContactDetailsToAnotherActor() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          Actor from = unit.findActorWithContactDetails(2).orElseThrow();
          Actor to = unit.findActorWithContactDetails(3).orElseThrow();
          from.getContactDetails().iterator().next().setActor(to);
          unit.save(from);
          unit.save(to);
        });
    assertThat(rows(Row.ContactRow.class))
        .containsExactly(
            new Row.ContactRow(1, "415 555 2671", "Burbank, CA", 1),
            new Row.ContactRow(2, "423 555 5623", "Glendale, CA", 3),
            new Row.ContactRow(3, "421 444 2323", "West Hollywood, CA", 2),
            new Row.ContactRow(4, "421 333 9428", "Glendale, CA", 3));
  }

  @Test
  @IfThisFails("check that queries see what the unit has saved: flush before you ask")
  final void save_21_isSeenByLaterQueriesOfTheUnit() {
    given(movie(1, "old", DAY), actor(2, "Matt Damon"), role(1, 2));
    inWrite(
        unit -> {
          Movie movie = new Movie("new", DAY.plusDays(1));
          Actor actor = unit.findActor(2).orElseThrow();
          movie.addActor(actor);
          unit.save(movie);
          assertThat(unit.countMovies()).isEqualTo(2);
          assertThat(unit.existsMovieTitled("new")).isTrue();
          assertThat(unit.moviesStarring("Matt Damon"))
              .extracting(Movie::getTitle)
              .containsExactly("old", "new");
          assertThat(unit.moviesReleasedAfter(DAY)).hasSize(1);
          assertThat(unit.searchMovies(new MovieSearch("NEW", DAY, "Matt Damon"))).hasSize(1);
          assertThat(unit.credits(IdRange.of(id(movie)))).hasSize(1);
        });
  }

  @Test
  @IfThisFails("check that an empty collection is no error")
  final void save_22_allOfNothingDoesNothing() {
    for (InsertStrategy strategy : insertStrategies()) {
      inWrite(unit -> unit.saveAll(List.of(), strategy));
    }
    assertThat(rows()).isEmpty();
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that inserting row by row reaches the whole graph, and in the right order")
  final void save_23_allRowByRowStoresWholeGraphs() {
    saveAllStoresWholeGraphs(InsertStrategy.ROW_BY_ROW);
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails(
      "check that batches hold every row, parents are flushed first, and the last batch too")
  final void save_24_allInBatchesStoresWholeGraphs() {
    saveAllStoresWholeGraphs(InsertStrategy.BATCHED);
  }

  @Test
  @Needs(Capability.BULK)
  @IfThisFails("check the escapes, the nulls and the order of tables of the bulk way")
  final void save_25_allInBulkStoresWholeGraphs() {
    saveAllStoresWholeGraphs(InsertStrategy.BULK);
  }

  private void saveAllStoresWholeGraphs(InsertStrategy strategy) {
    List<Movie> movies =
        IntStream.range(0, 30)
            .mapToObj(
                i -> {
                  Movie movie = new Movie("movie " + i, i % 3 == 0 ? null : DAY.plusDays(i));
                  for (int j = 0; j <= i % 3; j++) {
                    Actor actor = new Actor("actor " + i + "." + j, j == 0 ? null : BIRTHDAY);
                    if (j > 0) {
                      actor.setStuntman(new Stuntman("stuntman " + i, i % 2 == 0));
                      actor.addContactDetails(new ContactDetails("phone " + i, "address " + j));
                    }
                    movie.addActor(actor);
                  }
                  return movie;
                })
            .toList();
    inWrite(unit -> unit.saveAll(movies, strategy));
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(GraphRows.of(movies));
  }

  @Test
  @IfThisFails("check that a batch may hold new movies and loaded ones, changed or not")
  final void save_26_allTakesNewAndLoadedMoviesAlike() {
    given(movie(1, "unchanged"), movie(2, "before"));
    Movie fresh = new Movie("new", null);
    for (InsertStrategy strategy : List.of(InsertStrategy.ROW_BY_ROW, InsertStrategy.BATCHED)) {
      inWrite(
          unit -> {
            Movie unchanged = unit.findMovie(1).orElseThrow();
            Movie changed = unit.findMovie(2).orElseThrow();
            changed.setTitle("after " + strategy);
            List<Movie> movies = new ArrayList<>(List.of(unchanged, changed));
            movies.add(fresh.getId() == null ? fresh : new Movie("newer", null));
            unit.saveAll(movies, strategy);
          });
    }
    assertThat(rows(Row.MovieRow.class))
        .extracting(Row.MovieRow::title)
        .containsExactly("unchanged", "after BATCHED", "new", "newer");
  }

  @Test
  @IfThisFails("check that a movie given twice is one movie")
  final void save_27_allTakesAMovieGivenTwiceOnce() {
    Movie movie = new Movie("twice", null);
    inWrite(unit -> unit.saveAll(List.of(movie, movie), InsertStrategy.BATCHED));
    assertThat(rows()).containsExactly(movie(id(movie), "twice"));
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that new contact details and a new stuntman of a loaded actor are inserted")
  final void save_28_insertsWhatIsNewInALoadedGraph() {
    given(movie(1, "M"), actor(2, "A"), role(1, 2));
    ContactDetails details = new ContactDetails("1", "Burbank");
    Stuntman stuntman = new Stuntman("John Doe", true);
    inWrite(
        unit -> {
          Movie movie = graph(unit, 1);
          Actor actor = movie.getActors().iterator().next();
          actor.addContactDetails(details);
          actor.setStuntman(stuntman);
          unit.save(movie);
        });
    assertThat(rows())
        .containsExactly(
            movie(1, "M"),
            actor(2, "A"),
            role(1, 2),
            stuntman(id(stuntman), "John Doe", true, 2),
            contact(id(details), "1", "Burbank", 2));
  }

  @Test
  @IfThisFails("check that a date that was taken away is written as null")
  final void save_29_canTakeADateAway() {
    given(movie(1, "M", DAY));
    inWrite(
        unit -> {
          Movie movie = unit.findMovie(1).orElseThrow();
          movie.setReleaseDate(null);
          unit.save(movie);
        });
    assertThat(rows()).containsExactly(movie(1, "M", null));
  }

  @Test
  @IfThisFails(
      "check that every object of a result is of the unit: those of lists, casts and to-one")
  final void save_30_takesObjectsOfEveryQuery() {
    given(CatalogueRows.tutorial());
    inWrite(
        unit -> {
          for (Movie movie : unit.allMovies()) {
            if (id(movie) == 1) {
              movie.setTitle("1");
              unit.save(movie);
            }
          }
          Movie third = unit.searchMovies(new MovieSearch("pain", null, null)).get(0);
          third.setTitle("5");
          unit.save(third);
          Movie second = unit.moviesReleasedAfter(LocalDate.of(2015, 1, 1)).get(0);
          second.setTitle("2");
          unit.save(second);
          ContactDetails details = unit.findContactDetails(1).orElseThrow();
          Actor actor = details.getActor();
          assertThat(actor).isNotNull();
          actor.setName("3");
          unit.save(details);
          Stuntman stuntman = unit.findStuntman(2).orElseThrow();
          stuntman.setName("4");
          unit.save(stuntman);
        });
    assertThat(rows())
        .contains(
            movie(1, "1", LocalDate.of(2002, 10, 11)),
            movie(2, "2", DAY),
            movie(3, "5", LocalDate.of(2013, 8, 23)),
            actor(1, "3", LocalDate.of(1970, 10, 8)),
            stuntman(2, "4", true, 2));
  }

  @Test
  @IfThisFails("check that the number of updated rows is looked at, and none is an error")
  final void save_31_ofAChangedObjectWhoseRowHasGoneIsAnError() {
    given(movie(1, "before"), movie(2, "neighbour"));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      Movie movie = unit.findMovie(1).orElseThrow();
                      inWrite(other -> other.delete(other.findMovie(1).orElseThrow()));
                      movie.setTitle("after");
                      unit.save(movie);
                    }));
    assertThat(rows()).containsExactly(movie(2, "neighbour"));
  }

  @Test
  @IfThisFails("check that the number of deleted roles is looked at, and none is an error")
  final void save_32_ofACastThatLostARoleWhoseRowHasGoneIsAnError() {
    given(movie(1, "M"), actor(1, "stays"), actor(2, "goes"), role(1, 1), role(1, 2));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(
            () ->
                inWrite(
                    unit -> {
                      Movie movie = graph(unit, 1);
                      inWrite(other -> takeOutTheLastActor(other, graph(other, 1)));
                      movie.setTitle("changed");
                      takeOutTheLastActor(unit, movie);
                    }));
    assertThat(rows())
        .containsExactly(movie(1, "M"), actor(1, "stays"), actor(2, "goes"), role(1, 1));
  }

  private static void takeOutTheLastActor(UnitOfWork unit, Movie movie) {
    List<Actor> cast = List.copyOf(movie.getActors());
    movie.removeActor(cast.get(cast.size() - 1));
    unit.save(movie);
  }

  private static Movie graph(UnitOfWork unit, long id) {
    return unit.moviesWithCast(IdRange.of(id), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED)
        .get(0);
  }
}
