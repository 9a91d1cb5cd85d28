package dev.screentest.contract;

import static dev.screentest.contract.Facts.assertThatMovie;
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
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.Stuntman;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the state of a detached graph gets over the stored one. */
@Needs(Capability.MERGE)
abstract class MergeRules extends Rules {

  private static final LocalDate DAY = LocalDate.of(2015, 4, 2);

  MergeRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check that the merged state is written when the unit ends, without a further save")
  final void merge_1_writesTheStateOfADetachedMovie() {
    given(movie(1, "before"), movie(2, "neighbour"));
    Movie detached = store().read(unit -> unit.findMovie(1)).orElseThrow();
    detached.setTitle("after");
    detached.setReleaseDate(DAY);
    store().write(unit -> unit.merge(detached));
    assertThat(rows()).containsExactly(movie(1, "after", DAY), movie(2, "neighbour"));
  }

  @Test
  @IfThisFails("check that merge returns the stored copy and not its argument")
  final void merge_2_returnsTheStoredCopy() {
    given(CatalogueRows.tutorial());
    Movie detached = graph(3);
    detached.setTitle("after");
    Movie copy = store().write(unit -> unit.merge(detached));
    assertThat(copy).isNotSameAs(detached);
    assertThatMovie(copy).isEqualTo(Facts.ofMovies(List.of(detached)));
  }

  @Test
  @IfThisFails("check that the stored graph takes values, not objects, from the argument")
  final void merge_3_neverAltersItsArgument() {
    given(CatalogueRows.tutorial());
    Movie detached = graph(3);
    Actor added = new Actor("new", null);
    added.addContactDetails(new ContactDetails("1", "new"));
    added.setStuntman(new Stuntman("new", true));
    detached.addActor(added);
    Actor dwayne = detached.getActors().iterator().next();
    dwayne.setStuntman(new Stuntman("other", false));
    dwayne.removeContactDetails(dwayne.getContactDetails().iterator().next());
    dwayne.addContactDetails(new ContactDetails("2", "new"));
    String before = Facts.ofMovies(List.of(detached));
    List<Actor> cast = List.copyOf(detached.getActors());
    store().write(unit -> unit.merge(detached));
    assertThatMovie(detached).isEqualTo(before);
    assertThat(detached.getActors()).containsExactlyElementsOf(cast);
    assertThat(added.getId()).as("id of the new object in the argument").isNull();
  }

  @Test
  @IfThisFails("check that roles are inserted and deleted as the detached cast says")
  final void merge_4_writesALoadedCast() {
    given(CatalogueRows.tutorial());
    given(actor(9, "joins"));
    Movie detached = graph(3);
    Actor joins = store().read(unit -> unit.findActor(9)).orElseThrow();
    detached.removeActor(detached.getActors().iterator().next());
    detached.addActor(joins);
    store().write(unit -> unit.merge(detached));
    List<Row> expected = new ArrayList<>(CatalogueRows.tutorial());
    expected.remove(role(3, 2));
    expected.add(role(3, 9));
    expected.add(actor(9, "joins"));
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  @IfThisFails("check that relations which the argument has not loaded are left alone")
  final void merge_5_leavesRelationsThatAreNotLoadedUntouched() {
    given(CatalogueRows.tutorial());
    Movie movie = store().read(unit -> unit.findMovie(3)).orElseThrow();
    Actor actor = store().read(unit -> unit.findActor(2)).orElseThrow();
    store().write(unit -> unit.merge(movie));
    store().write(unit -> unit.merge(actor));
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(CatalogueRows.tutorial());
  }

  @Test
  @IfThisFails("check the three cases of a loaded collection: changed, added, taken out")
  final void merge_6_writesLoadedContactDetails() {
    given(
        actor(1, "A"),
        contact(1, "1", "stays", 1),
        contact(2, "2", "goes", 1),
        actor(2, "B"),
        contact(3, "3", "another's", 2));
    Actor detached = store().read(unit -> unit.findActorWithContactDetails(1)).orElseThrow();
    List<ContactDetails> details = List.copyOf(detached.getContactDetails());
    details.get(0).setPhoneNumber("changed");
    detached.removeContactDetails(details.get(1));
    detached.addContactDetails(new ContactDetails("4", "new"));
    Actor copy = store().write(unit -> unit.merge(detached));
    List<ContactDetails> stored = List.copyOf(copy.getContactDetails());
    assertThat(rows())
        .containsExactly(
            actor(1, "A"),
            actor(2, "B"),
            contact(1, "changed", "stays", 1),
            contact(3, "3", "another's", 2),
            contact(id(stored.get(1)), "4", "new", 1));
  }

  @Test
  @IfThisFails("check that a stuntman's values are compared like those of any object")
  final void merge_7_updatesAStuntman() {
    given(actor(1, "A"), stuntman(5, "before", true, 1));
    Actor detached = store().read(unit -> unit.findActor(1)).orElseThrow();
    Stuntman stuntman = detached.getStuntman();
    assertThat(stuntman).isNotNull();
    stuntman.setName("after");
    stuntman.setActive(false);
    store().write(unit -> unit.merge(detached));
    assertThat(rows()).containsExactly(actor(1, "A"), stuntman(5, "after", false, 1));
  }

  @Test
  @IfThisFails("check that the old stuntman is deleted before the new one is inserted")
  final void merge_8_replacesAStuntman() {
    given(actor(1, "A"), stuntman(5, "old", true, 1));
    Actor detached = store().read(unit -> unit.findActor(1)).orElseThrow();
    detached.setStuntman(new Stuntman("new", true));
    Actor copy = store().write(unit -> unit.merge(detached));
    Stuntman stored = copy.getStuntman();
    assertThat(stored).isNotNull();
    assertThat(rows()).containsExactly(actor(1, "A"), stuntman(id(stored), "new", true, 1));
    assertThat(id(stored)).as("id of the new stuntman").isNotEqualTo(5);
  }

  @Test
  @IfThisFails("check that no stuntman means none, since a stuntman is always loaded")
  final void merge_9_deletesAStuntmanThatWasTakenAway() {
    given(actor(1, "A"), stuntman(5, "old", true, 1));
    Actor detached = store().read(unit -> unit.findActor(1)).orElseThrow();
    detached.setStuntman(null);
    store().write(unit -> unit.merge(detached));
    assertThat(rows()).containsExactly(actor(1, "A"));
  }

  @Test
  @IfThisFails("check that objects without an id in a detached graph are stored as new ones")
  final void merge_10_storesNewObjectsOfTheGraph() {
    given(movie(1, "M"));
    Movie detached = graph(1);
    Actor added = new Actor("new", DAY);
    added.addContactDetails(new ContactDetails("1", "Burbank"));
    added.setStuntman(new Stuntman("John Doe", true));
    detached.addActor(added);
    Movie copy = store().write(unit -> unit.merge(detached));
    Actor stored = copy.getActors().iterator().next();
    assertThat(stored).isNotSameAs(added);
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(GraphRows.of(List.of(copy)));
    assertThat(rows()).hasSize(5);
  }

  @Test
  @IfThisFails("check that a merge of a row that is not there is no silent insert")
  final void merge_11_ofAMissingMovieIsAnError() {
    given(movie(1, "neighbour"));
    Movie missing = new Movie(2, "missing", null);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> store().write(unit -> unit.merge(missing)));
    assertThat(rows()).containsExactly(movie(1, "neighbour"));
  }

  @Test
  @IfThisFails("check that a merge of a row that is not there is no silent insert")
  final void merge_12_ofAMissingActorIsAnError() {
    Actor missing = new Actor(2, "missing", null);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> store().write(unit -> unit.merge(missing)));
    assertThat(rows()).isEmpty();
  }

  @Test
  @IfThisFails(
      "check that rows deeper in the graph are missed as well, and nothing is written then")
  final void merge_13_ofAGraphWithAMissingRowIsAnError() {
    given(movie(1, "M"), actor(2, "A"), role(1, 2), contact(3, "1", "Burbank", 2));
    Movie withActor = graph(1);
    withActor.setTitle("not written");
    withActor.addActor(new Actor(99, "missing", null));
    Movie withContact = graph(1);
    withContact.setTitle("not written");
    Actor actor = withContact.getActors().iterator().next();
    actor.addContactDetails(new ContactDetails(99, "1", "missing"));
    for (Movie detached : List.of(withActor, withContact)) {
      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> store().write(unit -> unit.merge(detached)));
    }
    assertThat(rows())
        .containsExactly(movie(1, "M"), actor(2, "A"), role(1, 2), contact(3, "1", "Burbank", 2));
  }

  @Test
  @IfThisFails("check that what has no id is refused: it is to be saved")
  final void merge_14_ofANewObjectIsAnInvalidArgument() {
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> store().write(unit -> unit.merge(new Movie("new", null))));
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> store().write(unit -> unit.merge(new Actor("new", null))));
    assertThat(rows()).isEmpty();
  }

  @Test
  @IfThisFails("check that the returned copy is of the unit: it can be changed, saved and deleted")
  final void merge_15_returnsAnObjectOfTheUnit() {
    given(movie(1, "first"), movie(2, "second"));
    Movie changed = store().read(unit -> unit.findMovie(1)).orElseThrow();
    Movie deleted = store().read(unit -> unit.findMovie(2)).orElseThrow();
    inWrite(
        unit -> {
          Movie first = unit.merge(changed);
          first.setTitle("changed after the merge");
          unit.save(first);
          unit.delete(unit.merge(deleted));
        });
    assertThat(rows()).containsExactly(movie(1, "changed after the merge"));
  }

  @Test
  @IfThisFails("check for a version column or the like: optimistic locking is outside the contract")
  final void merge_16_writesOverAChangeThatWasCommittedMeanwhile() {
    given(movie(1, "before"));
    Movie detached = store().read(unit -> unit.findMovie(1)).orElseThrow();
    inWrite(
        unit -> {
          Movie movie = unit.findMovie(1).orElseThrow();
          movie.setTitle("lost");
          unit.save(movie);
        });
    detached.setReleaseDate(DAY);
    store().write(unit -> unit.merge(detached));
    assertThat(rows()).containsExactly(movie(1, "before", DAY));
  }

  @Test
  @IfThisFails("check that values are checked before they are written: setters have not seen these")
  final void merge_17_refusesValuesThatCannotBeStored() {
    given(movie(1, "M"), actor(2, "A"), role(1, 2));
    Movie badTitle = new Movie(1, "a\0b", null);
    Movie badDate = new Movie(1, "M", LocalDate.MAX);
    Movie deep = graph(1);
    deep.setActors(new LinkedHashSet<>(List.of(new Actor(2, "\uD800", null))));
    for (Movie detached : List.of(badTitle, badDate, deep)) {
      assertThatExceptionOfType(InvalidArgumentException.class)
          .isThrownBy(() -> store().write(unit -> unit.merge(detached)));
    }
    assertThat(rows()).containsExactly(movie(1, "M"), actor(2, "A"), role(1, 2));
  }

  @Test
  @IfThisFails("check that a merge walks the whole loaded graph, down to the contact details")
  final void merge_18_reachesTheWholeGraph() {
    given(CatalogueRows.tutorial());
    Movie detached = graph(3);
    for (Actor actor : detached.getActors()) {
      actor.setName(actor.getName() + "!");
      Stuntman stuntman = actor.getStuntman();
      assertThat(stuntman).isNotNull();
      stuntman.setName(stuntman.getName() + "!");
      actor.getContactDetails().forEach(details -> details.setAddress(details.getAddress() + "!"));
    }
    store().write(unit -> unit.merge(detached));
    assertThat(rows())
        .contains(
            actor(2, "Dwayne Johnson!", LocalDate.of(1972, 5, 2)),
            actor(3, "Mark Wahlberg!", LocalDate.of(1971, 6, 5)),
            stuntman(2, "John Roe!", true, 2),
            stuntman(3, "Richard Roe!", true, 3),
            contact(2, "423 555 5623", "Glendale, CA!", 2),
            contact(3, "421 444 2323", "West Hollywood, CA!", 2),
            contact(4, "421 333 9428", "Glendale, CA!", 3));
  }

  @Test
  @IfThisFails("check that leaving a cast by a merge deletes the role, and nothing of the actor")
  final void merge_19_deletesNobodyWhoOnlyLeavesTheCast() {
    given(CatalogueRows.tutorial());
    Movie detached = graph(2);
    detached.removeActor(detached.getActors().iterator().next());
    store().write(unit -> unit.merge(detached));
    List<Row> expected = new ArrayList<>(CatalogueRows.tutorial());
    expected.remove(role(2, 2));
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  @IfThisFails("check that a merge of an actor has the reach of a save: nothing of its movies")
  final void merge_20_ofAnActorLeavesItsRolesUntouched() {
    given(CatalogueRows.tutorial());
    Actor detached = store().read(unit -> unit.findActorWithContactDetails(2)).orElseThrow();
    detached.setName("The Rock");
    store().write(unit -> unit.merge(detached));
    assertThat(rows(Row.RoleRow.class)).hasSize(4);
    assertThat(rows()).contains(actor(2, "The Rock", LocalDate.of(1972, 5, 2)));
  }

  private Movie graph(long id) {
    return store()
        .read(
            unit ->
                unit.moviesWithCast(
                    IdRange.of(id), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED))
        .get(0);
  }
}
