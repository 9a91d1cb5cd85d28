package dev.screentest.domain.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.DetachedException;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrackerTest {

  private static final LocalDate DAY = LocalDate.of(2013, 8, 23);

  private final Tracker tracker = new Tracker();

  @Nested
  class NewObjects {

    @Test
    void areReachedFromAMovieThroughTheWholeGraphEachOnce() {
      Actor shared = newActor("Dwayne");
      Movie first = new Movie("Pain & Gain", DAY);
      Movie second = new Movie("Furious 7", DAY);
      first.addActor(shared);
      second.addActor(shared);

      SavePlan plan = tracker.plan(List.of(first, second));

      assertThat(plan.newMovies()).containsExactly(first, second);
      assertThat(plan.newActors()).containsExactly(shared);
      assertThat(plan.newStuntmen()).containsExactly(stuntman(shared));
      assertThat(plan.newContactDetails()).containsExactlyElementsOf(shared.getContactDetails());
      assertThat(plan.newRoles())
          .containsExactly(new Role(first, shared), new Role(second, shared));
    }

    @Test
    void areReachedFromContactDetailsAndFromAStuntmanThroughTheirActor() {
      Actor actor = newActor("Dwayne");
      ContactDetails details = actor.getContactDetails().iterator().next();

      assertThat(tracker.plan(List.of(details)).newActors()).containsExactly(actor);
      assertThat(tracker.plan(List.of(details)).newStuntmen()).hasSize(1);
      assertThat(tracker.plan(List.of(stuntman(actor))).newContactDetails())
          .containsExactly(details);
    }

    @Test
    void ofAnActorsMoviesAreNotReached() {
      Movie movie = new Movie("Pain & Gain", DAY);
      Actor actor = new Actor("Dwayne", null);
      movie.addActor(actor);

      assertThat(tracker.plan(List.of(actor)).newMovies()).isEmpty();
    }

    @Test
    void needAnActorIfTheyAreContactDetailsOrStuntmen() {
      assertThatExceptionOfType(InvalidArgumentException.class)
          .isThrownBy(() -> tracker.plan(List.of(new Stuntman("John Doe", true))))
          .withMessageContaining("no actor");
      assertThatExceptionOfType(InvalidArgumentException.class)
          .isThrownBy(() -> tracker.plan(List.of(new ContactDetails("1", "Glendale"))))
          .withMessageContaining("no actor");
    }

    @Test
    void getTheirIdsInTheOrderInWhichTheyWereGiven() {
      Movie first = new Movie("a", null);
      Movie second = new Movie("b", null);
      SavePlan plan = tracker.plan(List.of(first, second));

      plan.assignIds(new IdBlocks(), table -> 51);

      assertThat(first.getId()).isEqualTo(51);
      assertThat(second.getId()).isEqualTo(52);
    }
  }

  @Nested
  class StoredObjects {

    @Test
    void thatDidNotChangeAreNotWritten() {
      Movie movie = storedMovie();
      tracker.track(movie);

      assertNothingToWrite(tracker.plan(List.of(movie)));
    }

    @Test
    void areWrittenIfAValueChanged() {
      Movie movie = storedMovie();
      tracker.track(List.of(movie));
      Actor actor = movie.getActors().iterator().next();
      Stuntman stuntman = stuntman(actor);
      ContactDetails details = actor.getContactDetails().iterator().next();
      movie.setReleaseDate(null);
      actor.setName("The Rock");
      stuntman.setActive(false);
      details.setAddress("Glendale");

      SavePlan plan = tracker.plan(List.of(movie));

      assertThat(plan.changedMovies()).containsExactly(movie);
      assertThat(plan.changedActors()).containsExactly(actor);
      assertThat(plan.changedStuntmen()).containsExactly(stuntman);
      assertThat(plan.changedContactDetails()).containsExactly(details);
      assertThat(plan.newRoles()).isEmpty();
    }

    @Test
    void areNotWrittenOnceMoreAfterTheyWereSaved() {
      Movie movie = new Movie("Pain & Gain", DAY);
      movie.addActor(newActor("Dwayne"));
      SavePlan plan = tracker.plan(List.of(movie));
      tracker.saved(plan);

      assertNothingToWrite(tracker.plan(List.of(movie)));
    }

    @Test
    void areDetachedIfTheyWereNotReadInThisUnit() {
      Movie movie = new Movie("Pain & Gain", DAY);
      movie.addActor(new Actor(7, "Dwayne", null));

      assertThatExceptionOfType(DetachedException.class)
          .isThrownBy(() -> tracker.plan(List.of(movie)))
          .withMessageStartingWith("save: Actor[id=7")
          .withMessageContaining("merge");
      assertThatExceptionOfType(DetachedException.class)
          .isThrownBy(() -> tracker.requireTracked("delete", new Movie(1, "x", null)))
          .withMessageStartingWith("delete: Movie[id=1");
    }

    @Test
    void areDetachedAfterTheirRowWasDeleted() {
      Actor actor = storedActor(7);
      tracker.track(actor);

      tracker.forget(actor);

      for (Object gone :
          List.of(actor, stuntman(actor), actor.getContactDetails().iterator().next())) {
        assertThatExceptionOfType(DetachedException.class)
            .isThrownBy(() -> tracker.requireTracked("save", gone));
      }
    }

    @Test
    void areReadWithTheActorThatTheyBelongTo() {
      Actor actor = storedActor(7);

      tracker.track(actor.getContactDetails().iterator().next());

      tracker.requireTracked("save", actor);
      tracker.requireTracked("save", stuntman(actor));
    }
  }

  @Nested
  class Relations {

    @Test
    void thatAreNotLoadedStayUntouched() {
      Movie movie = new Movie(1, "Pain & Gain", DAY);
      Actor actor = new Actor(7, "Dwayne", null);
      tracker.track(List.of(movie, actor));

      assertNothingToWrite(tracker.plan(List.of(movie, actor)));
    }

    @Test
    void writeTheRolesThatWereAddedAndTakenOut() {
      Movie movie = storedMovie();
      Actor lost = movie.getActors().iterator().next();
      Actor other = storedActor(8);
      tracker.track(List.of(movie, other));
      movie.removeActor(lost);
      movie.addActor(other);

      SavePlan plan = tracker.plan(List.of(movie));

      assertThat(plan.newRoles()).containsExactly(new Role(movie, other));
      assertThat(plan.lostRoles()).containsExactly(new Role(movie, lost));
    }

    @Test
    void doNotMindAnotherOrder() {
      Movie movie = storedMovie();
      Actor first = movie.getActors().iterator().next();
      movie.addActor(storedActor(8));
      tracker.track(movie);
      movie.removeActor(first);
      movie.addActor(first);

      assertNothingToWrite(tracker.plan(List.of(movie)));
    }

    @Test
    void deleteContactDetailsThatWereTakenOut() {
      Actor actor = storedActor(7);
      ContactDetails details = actor.getContactDetails().iterator().next();
      tracker.track(actor);
      actor.removeContactDetails(details);

      SavePlan plan = tracker.plan(List.of(actor));

      assertThat(plan.orphanedContactDetails()).containsExactly(details);
      tracker.saved(plan);
      assertNothingToWrite(tracker.plan(List.of(actor)));
      assertThatExceptionOfType(DetachedException.class)
          .isThrownBy(() -> tracker.requireTracked("save", details));
    }

    @Test
    void loseNoRoleOfAnActorThatWasDeleted() {
      Movie movie = new Movie(1, "Pain & Gain", DAY);
      Actor actor = storedActor(7);
      movie.setActors(new LinkedHashSet<>(List.of(actor)));
      tracker.track(movie);
      tracker.forget(actor);
      movie.removeActor(actor);

      assertNothingToWrite(tracker.plan(List.of(movie)));
    }

    @Test
    void forgetContactDetailsThatCameAndWentBeforeTheyWereSaved() {
      Actor actor = storedActor(7);
      tracker.track(actor);
      ContactDetails details = new ContactDetails("1", "Glendale");
      actor.addContactDetails(details);
      actor.removeContactDetails(details);

      assertNothingToWrite(tracker.plan(List.of(actor)));
    }

    @Test
    void deleteAStuntmanThatWasReplacedAndInsertTheNewOne() {
      Actor actor = storedActor(7);
      Stuntman before = actor.getStuntman();
      Stuntman after = new Stuntman("Richard Roe", true);
      tracker.track(actor);
      actor.setStuntman(after);

      SavePlan plan = tracker.plan(List.of(actor));

      assertThat(plan.orphanedStuntmen()).containsExactly(before);
      assertThat(plan.newStuntmen()).containsExactly(after);
    }

    @Test
    void moveWhatWentToAnotherActorInsteadOfDeletingIt() {
      Actor from = storedActor(7);
      Actor to = storedActor(8);
      tracker.track(List.of(from, to));
      Stuntman stuntman = from.getStuntman();
      ContactDetails details = from.getContactDetails().iterator().next();
      Stuntman replaced = to.getStuntman();
      to.setStuntman(stuntman);
      to.addContactDetails(details);

      SavePlan plan = tracker.plan(List.of(from));

      assertThat(plan.changedStuntmen()).containsExactly(stuntman);
      assertThat(plan.changedContactDetails()).containsExactly(details);
      assertThat(plan.orphanedStuntmen()).as("of the actor it went to").containsExactly(replaced);
      assertThat(plan.orphanedContactDetails()).isEmpty();
    }
  }

  private static Actor newActor(String name) {
    Actor actor = new Actor(name, null);
    actor.setStuntman(new Stuntman("John Doe", true));
    actor.addContactDetails(new ContactDetails("1", "Glendale, CA"));
    return actor;
  }

  private static Movie storedMovie() {
    Movie movie = new Movie(1, "Pain & Gain", DAY);
    movie.setActors(new LinkedHashSet<>(List.of(storedActor(7))));
    return movie;
  }

  private static Actor storedActor(long id) {
    Actor actor = new Actor(id, "Dwayne", DAY);
    actor.setContactDetails(new LinkedHashSet<>());
    actor.setStuntman(new Stuntman(10 * id, "John Doe", true));
    actor.addContactDetails(new ContactDetails(10 * id, "1", "Burbank, CA"));
    return actor;
  }

  private static Stuntman stuntman(Actor actor) {
    Stuntman stuntman = actor.getStuntman();
    assertThat(stuntman).isNotNull();
    return stuntman;
  }

  private static void assertNothingToWrite(SavePlan plan) {
    assertThat(
            List.of(
                plan.newMovies(),
                plan.newActors(),
                plan.newStuntmen(),
                plan.newContactDetails(),
                plan.changedMovies(),
                plan.changedActors(),
                plan.changedStuntmen(),
                plan.changedContactDetails(),
                plan.newRoles(),
                plan.lostRoles(),
                plan.orphanedStuntmen(),
                plan.orphanedContactDetails()))
        .allMatch(List::isEmpty);
  }
}
