package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.Movie;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One query for each level and a thousand keys of the level above, which travel as an array. Casts
 * are asked for through their movies: for a few keys the planner then finds actors by index, and
 * otherwise makes a hash table of all of them.
 */
final class BatchedFetch implements GraphFetch {

  private static final String CASTS =
      """
      select m.id as movie_id, a.id as actor_id, a.name as actor_name, a.birthday,
             s.id as stuntman_id, s.name as stuntman_name, s.active
      from movies m
      join movies_actors ma on ma.movie_id = m.id
      join actors a on a.id = ma.actor_id
      left join stuntmen s on s.actor_id = a.id
      where m.id = any(?)
      order by m.id, a.id\
      """;

  private static final String CONTACT_DETAILS =
      """
      select actor_id, id as contact_id, phone_number, address
      from contact_details
      where actor_id = any(?)
      order by actor_id, id\
      """;

  private final UnitConnection connection;
  private final Entities entities;
  private final ActorsById known = new ActorsById();
  private final List<Actor> actors = new ArrayList<>();

  BatchedFetch(UnitConnection connection, Entities entities) {
    this.connection = connection;
    this.entities = entities;
  }

  @Override
  public List<Movie> fetch(long first, long last, boolean contactDetails) throws SQLException {
    List<Movie> movies = new MovieQueries(connection, entities).inRange(first, last);
    movies.forEach(Entities::openCast);
    casts(movies);
    if (contactDetails) {
      actors.forEach(Entities::openContactDetails);
      contactDetails();
    }
    return movies;
  }

  private void casts(List<Movie> movies) throws SQLException {
    if (movies.isEmpty()) {
      return;
    }
    try (PreparedStatement query = connection.prepare(CASTS)) {
      for (int from = 0; from < movies.size(); from += FetchStrategy.KEYS_PER_STATEMENT) {
        List<Movie> some = movies.subList(from, end(from, movies.size()));
        query.setObject(1, Ids.array(some, Ids::of));
        try (ResultSet row = query.executeQuery()) {
          casts(some, row);
        }
      }
    }
  }

  /** Fills the casts from rows which are in the order of the movies. */
  private void casts(List<Movie> movies, ResultSet row) throws SQLException {
    int i = 0;
    while (row.next()) {
      long movieId = entities.movieId(row);
      while (Ids.of(movies.get(i)) != movieId) {
        i++;
      }
      movies.get(i).getActors().add(actor(row));
    }
  }

  private Actor actor(ResultSet row) throws SQLException {
    long id = entities.actorId(row, 2);
    Actor actor = known.get(id);
    if (actor == null) {
      actor = entities.actor(id, row, 2);
      known.put(id, actor);
      actors.add(actor);
    }
    return actor;
  }

  private void contactDetails() throws SQLException {
    if (actors.isEmpty()) {
      return;
    }
    try (PreparedStatement query = connection.prepare(CONTACT_DETAILS)) {
      for (int from = 0; from < actors.size(); from += FetchStrategy.KEYS_PER_STATEMENT) {
        query.setObject(1, Ids.array(actors.subList(from, end(from, actors.size())), Ids::of));
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            Actor actor = known(entities.actorId(row, 1));
            entities.contactDetails(entities.contactDetailsId(row, 2), row, 2, actor);
          }
        }
      }
    }
  }

  private Actor known(long id) {
    Actor actor = known.get(id);
    if (actor == null) {
      throw new IllegalStateException("contact details of actor " + id + " were not asked for");
    }
    return actor;
  }

  private static int end(int from, int size) {
    return Math.min(from + FetchStrategy.KEYS_PER_STATEMENT, size);
  }
}
