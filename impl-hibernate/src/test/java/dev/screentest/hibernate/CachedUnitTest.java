package dev.screentest.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.UnitKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the second-level cache saves, and what it does not. */
class CachedUnitTest {

  private final TestStore store = new TestStore(CachedUnitTest.class, HibernateVariant.CACHED);

  @AfterEach
  void close() {
    store.close();
  }

  private long statementsToFind(long id) {
    return store.statements(
        () -> store.in(UnitKind.READ, unit -> assertThat(unit.findMovie(id)).isPresent()));
  }

  @Test
  void whatAUnitHasInsertedTheNextOneFindsInTheCache() {
    long id = TestStore.id(store.savedMovies(1).get(0));

    assertThat(statementsToFind(id)).isZero();
  }

  @Test
  void whatAQueryHasReadIsFoundInTheCacheAsWell() {
    long id = TestStore.id(store.savedMovies(1).get(0));
    store.store().evict();
    store.in(UnitKind.READ, unit -> assertThat(unit.allMovies()).hasSize(1));

    assertThat(statementsToFind(id)).isZero();
  }

  @Test
  void theCastOfACachedMovieIsReadWhereItIsAskedFor() {
    Movie saved = store.savedMovies(1).get(0);

    store.in(
        UnitKind.READ,
        unit ->
            assertThat(unit.findMovie(TestStore.id(saved)).orElseThrow().getActors()).hasSize(2));
    assertThat(
            store.statements(
                () ->
                    store.in(
                        UnitKind.READ,
                        unit ->
                            unit.moviesWithCast(
                                IdRange.of(TestStore.id(saved)),
                                FetchDepth.CONTACT_DETAILS,
                                FetchStrategy.JOINED))))
        .isEqualTo(1);
  }

  /** Hibernate cannot know which tables a statement in SQL changes, and clears them all. */
  @Test
  void theDeletionOfAnActorEmptiesTheCache() {
    Movie saved = store.savedMovies(1).get(0);
    long actor = TestStore.id(saved.getActors().iterator().next());
    store.in(UnitKind.WRITE, unit -> unit.delete(unit.findActor(actor).orElseThrow()));

    assertThat(statementsToFind(TestStore.id(saved))).isEqualTo(1);
    assertThat(statementsToFind(TestStore.id(saved))).isZero();
  }

  @Test
  void whatWasSavedAndThenRetitledIsNotCachedAsItWasSaved() {
    Movie movie = new Movie("saved", null);
    store.in(
        UnitKind.WRITE,
        unit -> {
          unit.save(movie);
          assertThat(unit.countMovies()).isEqualTo(1);
          assertThat(unit.retitleMovie(TestStore.id(movie), "retitled")).isTrue();
        });

    store.in(
        UnitKind.READ,
        unit ->
            assertThat(unit.findMovie(TestStore.id(movie)).orElseThrow().getTitle())
                .isEqualTo("retitled"));
  }
}
