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
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitOfWork;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is deleted because nobody owns it any more, and what only looks like it. */
@Needs(Capability.CASCADE)
abstract class OrphanRules extends Rules {

  OrphanRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check that the save compares the contact details with those that were loaded")
  final void orph_1_contactDetailsTakenOutAreDeleted() {
    given(actor(1, "A"), contact(1, "1", "stays", 1), contact(2, "2", "goes", 1));
    inWrite(
        unit -> {
          Actor actor = unit.findActorWithContactDetails(1).orElseThrow();
          actor.removeContactDetails(List.copyOf(actor.getContactDetails()).get(1));
          unit.save(actor);
        });
    assertThat(rows()).containsExactly(actor(1, "A"), contact(1, "1", "stays", 1));
  }

  @Test
  @IfThisFails("check that the old stuntman goes before the new one comes: actor_id is unique")
  final void orph_2_aStuntmanThatWasReplacedIsDeleted() {
    given(actor(1, "A"), stuntman(5, "old", true, 1));
    Stuntman successor = new Stuntman("new", false);
    inWrite(
        unit -> {
          Actor actor = unit.findActor(1).orElseThrow();
          actor.setStuntman(successor);
          unit.save(actor);
        });
    assertThat(rows()).containsExactly(actor(1, "A"), stuntman(id(successor), "new", false, 1));
  }

  @Test
  @IfThisFails("check that no stuntman is a change like any other")
  final void orph_3_aStuntmanThatWasDismissedIsDeleted() {
    given(actor(1, "A"), stuntman(5, "old", true, 1), actor(2, "B"), stuntman(6, "stays", true, 2));
    inWrite(
        unit -> {
          Actor actor = unit.findActor(1).orElseThrow();
          actor.setStuntman(null);
          unit.save(actor);
        });
    assertThat(rows()).containsExactly(actor(1, "A"), actor(2, "B"), stuntman(6, "stays", true, 2));
  }

  @Test
  @IfThisFails("check that orphans are looked for in the whole graph that a save reaches")
  final void orph_4_areFoundThroughTheSaveOfAMovie() {
    given(
        movie(1, "M"),
        actor(2, "A"),
        role(1, 2),
        stuntman(3, "old", true, 2),
        contact(4, "1", "goes", 2),
        contact(5, "2", "stays", 2));
    inWrite(
        unit -> {
          Movie movie =
              unit.moviesWithCast(IdRange.of(1), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED)
                  .get(0);
          Actor actor = movie.getActors().iterator().next();
          actor.setStuntman(null);
          actor.removeContactDetails(actor.getContactDetails().iterator().next());
          unit.save(movie);
        });
    assertThat(rows())
        .containsExactly(movie(1, "M"), actor(2, "A"), role(1, 2), contact(5, "2", "stays", 2));
  }

  @Test
  @IfThisFails("check that actors are nobody's orphans")
  final void orph_5_anActorWithoutMoviesIsNone() {
    given(
        movie(1, "M"),
        actor(2, "A"),
        role(1, 2),
        stuntman(3, "S", true, 2),
        contact(4, "1", "C", 2));
    inWrite(
        unit -> {
          Movie movie =
              unit.moviesWithCast(IdRange.of(1), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED)
                  .get(0);
          movie.removeActor(movie.getActors().iterator().next());
          unit.save(movie);
        });
    assertThat(rows())
        .containsExactly(
            movie(1, "M"), actor(2, "A"), stuntman(3, "S", true, 2), contact(4, "1", "C", 2));
  }

  @Test
  @NeedsLackOf(Capability.AUTOMATIC_DIRTY_CHECKING)
  @IfThisFails("check that orphans are deleted by a save, and by nothing else")
  final void orph_6_areKeptUntilTheirFormerOwnerIsSaved() {
    given(actor(1, "A"), contact(1, "1", "C", 1), stuntman(2, "S", true, 1));
    inWrite(
        unit -> {
          Actor actor = unit.findActorWithContactDetails(1).orElseThrow();
          actor.removeContactDetails(actor.getContactDetails().iterator().next());
          actor.setStuntman(null);
        });
    assertThat(rows())
        .containsExactly(actor(1, "A"), stuntman(2, "S", true, 1), contact(1, "1", "C", 1));
  }

  @Test
  @IfThisFails("check that a stuntman who moved to another actor is updated, and not deleted")
  final void orph_7_aStuntmanWhoMovedIsNone() {
    given(actor(1, "A"), actor(2, "B"), stuntman(5, "moves", true, 1));
    inWrite(
        unit -> {
          Actor from = unit.findActor(1).orElseThrow();
          Actor to = unit.findActor(2).orElseThrow();
          to.setStuntman(from.getStuntman());
          unit.save(to);
          unit.save(from);
        });
    assertThat(rows()).containsExactly(actor(1, "A"), actor(2, "B"), stuntman(5, "moves", true, 2));
  }

  @Test
  @IfThisFails("check that an orphan that was never stored is just forgotten")
  final void orph_8_whatWasNeverStoredNeedsNoDeletion() {
    given(actor(1, "A"));
    inWrite(
        unit -> {
          Actor actor = unit.findActorWithContactDetails(1).orElseThrow();
          ContactDetails details = new ContactDetails("1", "never stored");
          actor.addContactDetails(details);
          actor.removeContactDetails(details);
          actor.setStuntman(new Stuntman("never stored", true));
          actor.setStuntman(null);
          unit.save(actor);
        });
    assertThat(rows()).containsExactly(actor(1, "A"));
  }

  @Test
  @IfThisFails("check that what was saved in the unit is an orphan, too, once it is taken out")
  final void orph_9_whatTheUnitHasSavedIsDeletedAsWell() {
    Actor actor = new Actor("A", null);
    ContactDetails details = new ContactDetails("1", "short-lived");
    actor.addContactDetails(details);
    actor.setStuntman(new Stuntman("short-lived", true));
    inWrite(
        unit -> {
          unit.save(actor);
          actor.removeContactDetails(details);
          actor.setStuntman(null);
          unit.save(actor);
        });
    assertThat(rows()).containsExactly(actor(id(actor), "A"));
  }

  @Test
  @IfThisFails("check that the number of deleted rows is looked at, and none is an error")
  final void orph_10_contactDetailsWhoseRowHasGoneAreAnError() {
    given(actor(1, "A"), contact(1, "1", "stays", 1), contact(2, "2", "goes twice", 1));
    assertGone(
        unit -> {
          Actor actor = unit.findActorWithContactDetails(1).orElseThrow();
          inWrite(OrphanRules::takeOutTheLastContactDetails);
          actor.setName("changed");
          actor.removeContactDetails(List.copyOf(actor.getContactDetails()).get(1));
          unit.save(actor);
        });
    assertThat(rows()).containsExactly(actor(1, "A"), contact(1, "1", "stays", 1));
  }

  private static void takeOutTheLastContactDetails(UnitOfWork unit) {
    Actor actor = unit.findActorWithContactDetails(1).orElseThrow();
    List<ContactDetails> all = List.copyOf(actor.getContactDetails());
    actor.removeContactDetails(all.get(all.size() - 1));
    unit.save(actor);
  }

  @Test
  @IfThisFails("check that the number of deleted rows is looked at, and none is an error")
  final void orph_11_aStuntmanWhoseRowHasGoneIsAnError() {
    given(actor(1, "A"));
    for (Stuntman successor : Arrays.asList(null, new Stuntman("new", true))) {
      given(stuntman(5, "goes twice", true, 1));
      assertGone(
          unit -> {
            Actor actor = unit.findActor(1).orElseThrow();
            inWrite(OrphanRules::dismissTheStuntman);
            actor.setName("changed");
            actor.setStuntman(successor);
            unit.save(actor);
          });
      assertThat(rows()).containsExactly(actor(1, "A"));
    }
  }

  private static void dismissTheStuntman(UnitOfWork unit) {
    Actor actor = unit.findActor(1).orElseThrow();
    actor.setStuntman(null);
    unit.save(actor);
  }

  private void assertGone(Consumer<UnitOfWork> work) {
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> inWrite(work));
  }
}
