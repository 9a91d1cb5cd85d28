package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.ContactFacts;
import dev.screentest.testbed.data.Contents;
import dev.screentest.testbed.data.StuntmanFacts;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Actors beside those of the data set, to be deleted: each with a stuntman, two contact details and
 * a role in movies 1 and 2. Their ids are out of the way of all others.
 */
final class ExtraActors {

  /** The rows that go with one of them. */
  static final int ROWS = 6;

  /** How many contact details each has. */
  static final int CONTACTS = 2;

  private static final long FIRST_ID = 1_000_000_001L;
  private static final LocalDate BIRTHDAY = LocalDate.of(1970, 1, 1);

  private ExtraActors() {}

  /** Puts so many of them into the tables and returns their ids. */
  static List<Long> insert(Stage stage, int count) throws SQLException {
    stage.prepare(
        """
        insert into actors (id, name, birthday)
          select id, 'Extra', date '1970-01-01' from generate_series(%1$d, %2$d) id;
        insert into stuntmen (id, name, active, actor_id)
          select id, 'Double', true, id from generate_series(%1$d, %2$d) id;
        insert into contact_details (id, phone_number, address, actor_id)
          select 2 * id + n, '555 000' || n, 'Glendale, CA', id
          from generate_series(%1$d, %2$d) id, generate_series(0, 1) n;
        insert into movies_actors (movie_id, actor_id)
          select movie, id from generate_series(%1$d, %2$d) id, generate_series(1, 2) movie
        """
            .formatted(FIRST_ID, FIRST_ID + count - 1));
    return LongStream.range(FIRST_ID, FIRST_ID + count).boxed().toList();
  }

  /** Returns the contents of a database in which those of these ids are, too. */
  static Contents added(Contents initial, List<Long> ids) {
    List<ActorFacts> actors = new ArrayList<>(initial.actors());
    ids.forEach(id -> actors.add(facts(id)));
    Set<Long> movies = new HashSet<>(List.of(1L, 2L));
    return new Contents(
        initial.movies().stream()
            .map(movie -> movies.contains(movie.id()) ? withActors(movie, ids) : movie)
            .toList(),
        actors);
  }

  private static ActorFacts facts(long id) {
    return new ActorFacts(
        id, "Extra", BIRTHDAY, new StuntmanFacts(id, "Double", true), contacts(id));
  }

  /** Returns the contact details of one, by id. */
  static List<ContactFacts> contacts(long id) {
    return List.of(
        new ContactFacts(2 * id, "555 0000", "Glendale, CA"),
        new ContactFacts(2 * id + 1, "555 0001", "Glendale, CA"));
  }

  private static Contents.MovieRow withActors(Contents.MovieRow movie, List<Long> ids) {
    List<Long> cast = new ArrayList<>(movie.actorIds());
    cast.addAll(ids);
    return new Contents.MovieRow(movie.id(), movie.title(), movie.releaseDate(), cast);
  }
}
