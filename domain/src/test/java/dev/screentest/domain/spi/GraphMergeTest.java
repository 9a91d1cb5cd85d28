package dev.screentest.domain.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.Stuntman;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphMergeTest {

  private static final LocalDate DAY = LocalDate.of(2013, 8, 23);

  private final Actor storedFirst = actor(7);
  private final Actor storedSecond = actor(8);
  private final Actor storedOther = actor(9);
  private final Movie storedMovie = movie(1, storedFirst, storedSecond);

  /** The stored side: one movie with two actors, and a third one who plays elsewhere. */
  private final Rows rows = new Rows();

  @BeforeEach
  void store() {
    rows.movies.add(storedMovie);
    rows.actors.addAll(List.of(storedFirst, storedSecond, storedOther));
  }

  @Test
  void writesTheValuesOfTheWholeGraphOverTheStoredCopy() {
    Actor first = actor(7);
    Movie detached = movie(1, first, actor(8));
    detached.setTitle("Pain");
    detached.setReleaseDate(null);
    first.setName("The Rock");
    first.setBirthday(null);
    stuntman(first).setName("Jane Doe");
    stuntman(first).setActive(false);
    details(first).setPhoneNumber("2");
    details(first).setAddress("Glendale");

    assertThat(GraphMerge.merge(detached, rows)).isSameAs(storedMovie);

    assertThat(storedMovie.getTitle()).isEqualTo("Pain");
    assertThat(storedMovie.getReleaseDate()).isNull();
    assertThat(storedMovie.getActors()).containsExactly(storedFirst, storedSecond);
    assertThat(storedFirst.getName()).isEqualTo("The Rock");
    assertThat(storedFirst.getBirthday()).isNull();
    assertThat(stuntman(storedFirst).getId()).isEqualTo(70);
    assertThat(stuntman(storedFirst).getName()).isEqualTo("Jane Doe");
    assertThat(stuntman(storedFirst).isActive()).isFalse();
    assertThat(details(storedFirst).getId()).isEqualTo(70);
    assertThat(details(storedFirst).getPhoneNumber()).isEqualTo("2");
    assertThat(details(storedFirst).getAddress()).isEqualTo("Glendale");
  }

  @Test
  void leavesTheArgumentAsItIs() {
    Actor first = actor(7);
    Actor created = new Actor("Mark", DAY);
    created.addContactDetails(new ContactDetails("3", "Glendale"));
    Movie detached = movie(1, first, created);

    GraphMerge.merge(detached, rows);

    assertThat(detached.getActors()).containsExactly(first, created);
    assertThat(created.getId()).isNull();
    assertThat(details(created).getActor()).isSameAs(created);
    assertThat(details(first).getActor()).isSameAs(first);
    assertThat(stuntman(first).getActor()).isSameAs(first);
  }

  @Test
  void addsStoredActorsAndCopiesOfNewOnesAndTakesOutTheOthers() {
    Actor created = new Actor("Mark", DAY);
    created.setStuntman(new Stuntman("Richard Roe", true));
    created.addContactDetails(new ContactDetails("3", "Glendale"));

    GraphMerge.merge(movie(1, actor(8), actor(9), created), rows);

    assertThat(storedMovie.getActors()).hasSize(3).startsWith(storedSecond, storedOther);
    Actor copy = List.copyOf(storedMovie.getActors()).get(2);
    assertThat(copy).isNotSameAs(created);
    assertThat(copy.getId()).isNull();
    assertThat(copy.getName()).isEqualTo("Mark");
    assertThat(stuntman(copy).getName()).isEqualTo("Richard Roe");
    assertThat(details(copy).getAddress()).isEqualTo("Glendale");
    assertThat(rows.questions).as("actors asked for").containsExactly(List.of(9L));
  }

  @Test
  void takesOutContactDetailsAndStuntmenThatTheArgumentLacks() {
    Actor detached = actor(7);
    detached.removeContactDetails(details(detached));
    detached.addContactDetails(new ContactDetails("4", "Venice"));
    detached.setStuntman(null);
    ContactDetails orphan = details(storedFirst);

    assertThat(GraphMerge.merge(detached, rows)).isSameAs(storedFirst);

    assertThat(storedFirst.getStuntman()).isNull();
    assertThat(storedFirst.getContactDetails()).hasSize(1).doesNotContain(orphan);
    assertThat(orphan.getActor()).isNull();
  }

  @Test
  void leavesRelationsUntouchedThatTheArgumentHasNotLoaded() {
    GraphMerge.merge(new Movie(1, "Pain", DAY), rows);
    Actor bare = new Actor(7, "The Rock", DAY);
    bare.setStuntman(new Stuntman(70, "John Doe", true));
    GraphMerge.merge(bare, rows);

    assertThat(storedMovie.getActors()).hasSize(2);
    assertThat(storedFirst.getContactDetails()).hasSize(1);
    assertThat(storedFirst.getName()).isEqualTo("The Rock");
  }

  @Test
  void replacesAStuntmanByANewOne() {
    Actor detached = actor(7);
    Stuntman before = stuntman(storedFirst);
    detached.setStuntman(new Stuntman("Richard Roe", true));

    GraphMerge.merge(detached, rows);

    assertThat(stuntman(storedFirst)).isNotSameAs(before);
    assertThat(before.getActor()).isNull();
  }

  @Test
  void movesWhatWentToAnotherActorOfTheGraph() {
    Actor first = actor(7);
    Actor second = actor(8);
    ContactDetails moved = details(storedSecond);
    Stuntman movedStuntman = stuntman(storedSecond);
    first.addContactDetails(details(second));
    first.setStuntman(stuntman(second));

    GraphMerge.merge(movie(1, first, second), rows);

    assertThat(moved.getActor()).isSameAs(storedFirst);
    assertThat(storedFirst.getContactDetails()).hasSize(2).contains(moved);
    assertThat(storedSecond.getContactDetails()).isEmpty();
    assertThat(stuntman(storedFirst)).isSameAs(movedStuntman);
    assertThat(storedSecond.getStuntman()).isNull();
  }

  @Test
  void namesWhatHasNoRow() {
    assertNotFound(movie(2), "Movie[id=2");
    assertNotFound(movie(1, actor(10)), "Actor[id=10");
    Actor withForeignDetails = actor(7);
    withForeignDetails.addContactDetails(new ContactDetails(99, "1", "Venice"));
    assertNotFound(movie(1, withForeignDetails), "ContactDetails[id=99");
    Actor withForeignStuntman = actor(7);
    withForeignStuntman.setStuntman(new Stuntman(99, "John Doe", true));
    assertNotFound(movie(1, withForeignStuntman), "Stuntman[id=99");
  }

  private void assertNotFound(Movie detached, String what) {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> GraphMerge.merge(detached, rows))
        .withMessageStartingWith("merge: there is no row for " + what);
  }

  private static Movie movie(long id, Actor... cast) {
    Movie movie = new Movie(id, "Pain & Gain", DAY);
    movie.setActors(new LinkedHashSet<>(Arrays.asList(cast)));
    return movie;
  }

  private static Actor actor(long id) {
    Actor actor = new Actor(id, "Dwayne", DAY);
    actor.setContactDetails(new LinkedHashSet<>());
    actor.setStuntman(new Stuntman(10 * id, "John Doe", true));
    actor.addContactDetails(new ContactDetails(10 * id, "1", "Burbank"));
    return actor;
  }

  private static Stuntman stuntman(Actor actor) {
    Stuntman stuntman = actor.getStuntman();
    assertThat(stuntman).isNotNull();
    return stuntman;
  }

  private static ContactDetails details(Actor actor) {
    return actor.getContactDetails().iterator().next();
  }

  /** Stored graphs in memory, which remember what they were asked. */
  private static final class Rows implements StoredGraphs {

    private final List<Movie> movies = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private final List<List<Long>> questions = new ArrayList<>();

    @Override
    public Optional<Movie> movie(long id) {
      return movies.stream().filter(movie -> Objects.equals(movie.getId(), id)).findFirst();
    }

    @Override
    public Optional<Movie> movieWithCast(long id) {
      return movie(id);
    }

    @Override
    public List<Actor> actors(Collection<Long> ids) {
      questions.add(List.copyOf(ids));
      return actors.stream().filter(actor -> ids.contains(actor.getId())).toList();
    }
  }
}
