package dev.screentest.testbed.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is in a movie schema, to be compared as a whole: read by plain SQL, or known from
 * a catalogue. Held in memory, so meant for small data sets.
 *
 * @param movies all movies with the ids of their actors, by id
 * @param actors all actors with stuntman and contact details, by id
 */
public record Contents(List<MovieRow> movies, List<ActorFacts> actors) {

  /** A movie and the ids of its actors, ascending. */
  public record MovieRow(
      long id, String title, @Nullable LocalDate releaseDate, List<Long> actorIds) {}

  /** Returns what a catalogue says. */
  public static Contents of(Catalogue catalogue) {
    return new Contents(
        LongStream.rangeClosed(1, catalogue.movies())
            .mapToObj(catalogue::movie)
            .map(
                movie ->
                    new MovieRow(
                        movie.id(), movie.title(), movie.releaseDate(), catalogue.cast(movie.id())))
            .toList(),
        LongStream.rangeClosed(1, catalogue.actors()).mapToObj(catalogue::actor).toList());
  }

  /** Reads what is stored, through a connection whose search path leads to the schema. */
  public static Contents read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Map<Long, List<Long>> casts = casts(statement);
      Map<Long, StuntmanFacts> stuntmen = stuntmen(statement);
      Map<Long, List<ContactFacts>> contacts = contacts(statement);
      return new Contents(movies(statement, casts), actors(statement, stuntmen, contacts));
    }
  }

  private static Map<Long, List<Long>> casts(Statement statement) throws SQLException {
    Map<Long, List<Long>> casts = new TreeMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select movie_id, actor_id from movies_actors order by movie_id, actor_id")) {
      while (rows.next()) {
        casts.computeIfAbsent(rows.getLong(1), id -> new ArrayList<>()).add(rows.getLong(2));
      }
    }
    return casts;
  }

  private static Map<Long, StuntmanFacts> stuntmen(Statement statement) throws SQLException {
    Map<Long, StuntmanFacts> stuntmen = new TreeMap<>();
    try (ResultSet rows =
        statement.executeQuery("select actor_id, id, name, active from stuntmen")) {
      while (rows.next()) {
        stuntmen.put(
            rows.getLong(1),
            new StuntmanFacts(rows.getLong(2), rows.getString(3), rows.getBoolean(4)));
      }
    }
    return stuntmen;
  }

  private static Map<Long, List<ContactFacts>> contacts(Statement statement) throws SQLException {
    Map<Long, List<ContactFacts>> contacts = new TreeMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select actor_id, id, phone_number, address from contact_details order by id")) {
      while (rows.next()) {
        contacts
            .computeIfAbsent(rows.getLong(1), id -> new ArrayList<>())
            .add(new ContactFacts(rows.getLong(2), rows.getString(3), rows.getString(4)));
      }
    }
    return contacts;
  }

  private static List<MovieRow> movies(Statement statement, Map<Long, List<Long>> casts)
      throws SQLException {
    List<MovieRow> movies = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("select id, title, release_date from movies order by id")) {
      while (rows.next()) {
        long id = rows.getLong(1);
        movies.add(
            new MovieRow(
                id,
                rows.getString(2),
                rows.getObject(3, LocalDate.class),
                casts.getOrDefault(id, List.of())));
      }
    }
    return movies;
  }

  private static List<ActorFacts> actors(
      Statement statement,
      Map<Long, StuntmanFacts> stuntmen,
      Map<Long, List<ContactFacts>> contacts)
      throws SQLException {
    List<ActorFacts> actors = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("select id, name, birthday from actors order by id")) {
      while (rows.next()) {
        long id = rows.getLong(1);
        actors.add(
            new ActorFacts(
                id,
                rows.getString(2),
                rows.getObject(3, LocalDate.class),
                stuntmen.get(id),
                contacts.getOrDefault(id, List.of())));
      }
    }
    return actors;
  }
}
