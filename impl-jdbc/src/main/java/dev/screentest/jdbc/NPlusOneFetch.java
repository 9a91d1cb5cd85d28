package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One query for the movies, one for each cast, one for each actor's contact details. */
final class NPlusOneFetch implements GraphFetch {

  private static final String CAST =
      """
      select a.id as actor_id, a.name as actor_name, a.birthday,
             s.id as stuntman_id, s.name as stuntman_name, s.active
      from movies_actors ma
      join actors a on a.id = ma.actor_id
      left join stuntmen s on s.actor_id = a.id
      where ma.movie_id = ?
      order by a.id\
      """;

  private static final String CONTACT_DETAILS =
      """
      select id as contact_id, phone_number, address
      from contact_details
      where actor_id = ?
      order by id\
      """;

  private final UnitConnection connection;
  private final Entities entities;

  NPlusOneFetch(UnitConnection connection, Entities entities) {
    this.connection = connection;
    this.entities = entities;
  }

  @Override
  public List<Movie> fetch(long first, long last, boolean contactDetails) throws SQLException {
    List<Movie> movies = new MovieQueries(connection, entities).inRange(first, last);
    List<Actor> actors = casts(movies);
    if (contactDetails) {
      contactDetails(actors);
    }
    return movies;
  }

  /** Fills the casts and returns the different actors. */
  private List<Actor> casts(List<Movie> movies) throws SQLException {
    ActorsById known = new ActorsById();
    List<Actor> actors = new ArrayList<>();
    try (PreparedStatement query = connection.prepare(CAST)) {
      for (Movie movie : movies) {
        Entities.openCast(movie);
        query.setLong(1, Ids.of(movie));
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            long id = entities.actorId(row, 1);
            Actor actor = known.get(id);
            if (actor == null) {
              actor = entities.actor(id, row, 1);
              known.put(id, actor);
              actors.add(actor);
            }
            movie.getActors().add(actor);
          }
        }
      }
    }
    return actors;
  }

  private void contactDetails(List<Actor> actors) throws SQLException {
    try (PreparedStatement query = connection.prepare(CONTACT_DETAILS)) {
      for (Actor actor : actors) {
        Entities.openContactDetails(actor);
        query.setLong(1, Ids.of(actor));
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            entities.contactDetails(entities.contactDetailsId(row, 1), row, 1, actor);
          }
        }
      }
    }
  }
}
