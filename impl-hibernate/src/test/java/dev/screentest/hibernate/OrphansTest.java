package dev.screentest.hibernate;

import static dev.screentest.hibernate.TestStore.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves its actor, in every order in which Hibernate may meet the two actors. */
class OrphansTest {

  private TestStore database;
  private Actor first;
  private Actor second;

  @BeforeEach
  void saveTwoActors() {
    database = new TestStore(OrphansTest.class);
    List<Actor> actors = List.copyOf(database.savedMovies(1).get(0).getActors());
    first = actors.get(0);
    second = actors.get(1);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void contactDetailsMove(boolean oldHomeIsLoadedFirst) {
    database.in(
        UnitKind.WRITE,
        unit -> {
          unit.findActor(id(oldHomeIsLoadedFirst ? first : second));
          Actor oldHome = unit.findActor(id(first)).orElseThrow();
          Actor newHome = unit.findActor(id(second)).orElseThrow();
          newHome.addContactDetails(oldHome.getContactDetails().iterator().next());
          unit.save(newHome);
        });

    assertThat(addresses(first)).containsExactly("office of first of 0");
    assertThat(addresses(second))
        .containsExactly("home of first of 0", "home of second of 0", "office of second of 0");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stuntmenMove(boolean oldHomeIsLoadedFirst) {
    database.in(
        UnitKind.WRITE,
        unit -> {
          unit.findActor(id(oldHomeIsLoadedFirst ? first : second));
          Actor oldHome = unit.findActor(id(first)).orElseThrow();
          Actor newHome = unit.findActor(id(second)).orElseThrow();
          newHome.setStuntman(oldHome.getStuntman());
          unit.save(newHome);
        });

    database.in(
        UnitKind.READ,
        unit -> {
          assertThat(unit.findActor(id(first)).orElseThrow().getStuntman()).isNull();
          assertThat(unit.findActor(id(second)).orElseThrow().getStuntman())
              .extracting(Stuntman::getName)
              .isEqualTo("stuntman of first of 0");
        });
  }

  @Test
  void contactDetailsMoveToAnActorThatIsNew() {
    Actor fresh = new Actor("new", null);
    database.in(
        UnitKind.WRITE,
        unit -> {
          Actor oldHome = unit.findActorWithContactDetails(id(first)).orElseThrow();
          fresh.addContactDetails(oldHome.getContactDetails().iterator().next());
          unit.save(fresh);
        });

    assertThat(addresses(fresh)).containsExactly("home of first of 0");
    assertThat(addresses(first)).containsExactly("office of first of 0");
  }

  @Test
  void whatStaysWithADeletedActorIsDeletedAndWhatMovedStays() {
    database.in(
        UnitKind.WRITE,
        unit -> {
          Actor oldHome = unit.findActorWithContactDetails(id(first)).orElseThrow();
          Actor newHome = unit.findActorWithContactDetails(id(second)).orElseThrow();
          newHome.addContactDetails(oldHome.getContactDetails().iterator().next());
          unit.save(newHome);
          unit.delete(oldHome);
        });

    assertThat(addresses(second)).hasSize(3).contains("home of first of 0");
    database.in(
        UnitKind.READ,
        unit -> {
          assertThat(unit.findActor(id(first))).isEmpty();
          assertThat(unit.actorsLivingIn("office of first")).isEmpty();
        });
  }

  @Test
  void whatIsTakenOutBeforeItWasSentIsForgotten() {
    Actor fresh = new Actor("new", null);
    database.in(
        UnitKind.WRITE,
        unit -> {
          Actor stored = unit.findActorWithContactDetails(id(first)).orElseThrow();
          for (Actor actor : List.of(stored, fresh)) {
            ContactDetails forAMoment = new ContactDetails("3", "for a moment");
            actor.addContactDetails(forAMoment);
            actor.setStuntman(new Stuntman("for a moment", true));
            unit.save(actor);
            actor.removeContactDetails(forAMoment);
            actor.setStuntman(new Stuntman("for good", true));
            unit.save(actor);
          }
          assertThat(unit.actorsLivingIn("for a moment")).isEmpty();
        });

    assertThat(addresses(first)).containsExactly("home of first of 0", "office of first of 0");
    assertThat(addresses(fresh)).isEmpty();
    database.in(
        UnitKind.READ,
        unit -> {
          for (Actor actor : List.of(first, fresh)) {
            assertThat(unit.findActor(id(actor)).orElseThrow().getStuntman())
                .extracting(Stuntman::getName)
                .isEqualTo("for good");
          }
        });
  }

  @Test
  void whatIsDeletedBeforeItWasSentLeavesNothing() {
    Actor fresh = new Actor("new", null);
    fresh.addContactDetails(new ContactDetails("3", "of the new one"));
    fresh.setStuntman(new Stuntman("of the new one", true));
    database.in(
        UnitKind.WRITE,
        unit -> {
          unit.save(fresh);
          unit.delete(fresh);
        });

    database.in(
        UnitKind.READ,
        unit -> {
          assertThat(unit.findActor(id(fresh))).isEmpty();
          assertThat(unit.actorsLivingIn("of the new one")).isEmpty();
        });
  }

  private List<String> addresses(Actor actor) {
    return database
        .store()
        .read(
            unit ->
                unit
                    .findActorWithContactDetails(id(actor))
                    .orElseThrow()
                    .getContactDetails()
                    .stream()
                    .map(ContactDetails::getAddress)
                    .toList());
  }
}
