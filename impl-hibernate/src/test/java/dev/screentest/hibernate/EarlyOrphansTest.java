package dev.screentest.hibernate;

import static dev.screentest.hibernate.TestStore.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stuntman that is replaced where its successor is inserted at once. */
class EarlyOrphansTest {

  private TestStore database;
  private Actor stored;

  @BeforeEach
  void saveAnActor() {
    database = new TestStore(EarlyOrphansTest.class, HibernateVariant.IDENTITY);
    stored = List.copyOf(database.savedMovies(1).get(0).getActors()).get(0);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFlushReplacesItWithoutASave() {
    database.in(
        UnitKind.WRITE,
        unit -> {
          Actor actor = unit.findActor(id(stored)).orElseThrow();
          actor.setStuntman(new Stuntman("new", true));
        });

    assertThatTheStuntmanIs("new");
  }

  @Test
  void itMayBeDismissedBeforeAQueryAndReplacedAfterIt() {
    database.in(
        UnitKind.WRITE,
        unit -> {
          Actor actor = unit.findActor(id(stored)).orElseThrow();
          actor.setStuntman(null);
          assertThat(unit.countMovies()).isEqualTo(1);
          actor.setStuntman(new Stuntman("new", true));
          unit.save(actor);
        });

    assertThatTheStuntmanIs("new");
  }

  @Test
  void itMayBeReplacedTwice() {
    database.in(
        UnitKind.WRITE,
        unit -> {
          Actor actor = unit.findActor(id(stored)).orElseThrow();
          for (String name : List.of("for a moment", "new")) {
            actor.setStuntman(new Stuntman(name, true));
            unit.save(actor);
          }
        });

    assertThatTheStuntmanIs("new");
  }

  private void assertThatTheStuntmanIs(String name) {
    database.in(
        UnitKind.READ,
        unit ->
            assertThat(unit.findActor(id(stored)).orElseThrow().getStuntman())
                .extracting(Stuntman::getName)
                .isEqualTo(name));
  }
}
