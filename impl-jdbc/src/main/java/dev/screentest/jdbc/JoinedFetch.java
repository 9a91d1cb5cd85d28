package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One flat join. It repeats a movie for each of its actors, and an actor for each of its contact
 * details; of a repeated object only the id is read.
 */
final class JoinedFetch implements GraphFetch {

  private static final String ACTORS =
      """
      select m.id as movie_id, m.title, m.release_date,
             a.id as actor_id, a.name as actor_name, a.birthday,
             s.id as stuntman_id, s.name as stuntman_name, s.active
      from movies m
      left join movies_actors ma on ma.movie_id = m.id
      left join actors a on a.id = ma.actor_id
      left join stuntmen s on s.actor_id = a.id
      where m.id between ? and ?
      order by m.id, a.id\
      """;

  private static final String JOIN_CONTACT_DETAILS =
      """
      select m.id as movie_id, m.title, m.release_date,
             a.id as actor_id, a.name as actor_name, a.birthday,
             s.id as stuntman_id, s.name as stuntman_name, s.active,
             d.id as contact_id, d.phone_number, d.address
      from movies m
      left join movies_actors ma on ma.movie_id = m.id
      left join actors a on a.id = ma.actor_id
      left join stuntmen s on s.actor_id = a.id
      left join contact_details d on d.actor_id = a.id
      """;

  private static final String CONTACT_DETAILS =
      JOIN_CONTACT_DETAILS + "where m.id between ? and ?\norder by m.id, a.id, d.id";

  /** By the key: a range, though of one id, is planned anew each time. */
  private static final String ONE_WITH_CONTACT_DETAILS =
      JOIN_CONTACT_DETAILS + "where m.id = ?\norder by a.id, d.id";

  private static final int ACTOR = 4;
  private static final int DETAILS = ACTOR + Entities.ACTOR_COLUMNS;

  private final UnitConnection connection;
  private final Entities entities;

  JoinedFetch(UnitConnection connection, Entities entities) {
    this.connection = connection;
    this.entities = entities;
  }

  @Override
  public List<Movie> fetch(long first, long last, boolean contactDetails) throws SQLException {
    try (PreparedStatement query = connection.prepare(contactDetails ? CONTACT_DETAILS : ACTORS)) {
      query.setLong(1, first);
      query.setLong(2, last);
      return movies(query, contactDetails);
    }
  }

  /** Returns a movie with its actors and their contact details. */
  Optional<Movie> fetch(long id) throws SQLException {
    try (PreparedStatement query = connection.prepare(ONE_WITH_CONTACT_DETAILS)) {
      query.setLong(1, id);
      return movies(query, true).stream().findFirst();
    }
  }

  private List<Movie> movies(PreparedStatement query, boolean contactDetails) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      Assembly assembly = new Assembly(row, entities, contactDetails);
      while (row.next()) {
        assembly.take();
      }
      return assembly.movies;
    }
  }

  /** The graph of the rows so far. */
  private static final class Assembly {

    private final ResultSet row;
    private final Entities entities;
    private final boolean contactDetails;
    private final List<Movie> movies = new ArrayList<>();
    private final ActorsById actors = new ActorsById();
    private long movieId;
    private @Nullable Movie movie;
    private long actorId;
    private @Nullable Actor actor;

    /** Whether the actor came with this movie first: else its contact details are there already. */
    private boolean actorIsNew;

    Assembly(ResultSet row, Entities entities, boolean contactDetails) {
      this.row = row;
      this.entities = entities;
      this.contactDetails = contactDetails;
    }

    /** Takes a row, which continues the last one, or begins another actor, or another movie. */
    void take() throws SQLException {
      long nextMovieId = entities.movieId(row);
      Movie current = movie;
      if (current == null || nextMovieId != movieId) {
        current = entities.movie(nextMovieId, row);
        Entities.openCast(current);
        movies.add(current);
        movie = current;
        movieId = nextMovieId;
        actor = null;
      }
      long nextActorId = entities.actorId(row, ACTOR);
      if (row.wasNull()) {
        return; // a movie without a cast
      }
      if (actor == null || nextActorId != actorId) {
        actor = actor(nextActorId);
        actorId = nextActorId;
        current.getActors().add(actor);
      }
      if (contactDetails && actorIsNew) {
        long detailsId = entities.contactDetailsId(row, DETAILS);
        if (!row.wasNull()) {
          entities.contactDetails(detailsId, row, DETAILS, actor);
        }
      }
    }

    private Actor actor(long id) throws SQLException {
      Actor known = actors.get(id);
      actorIsNew = known == null;
      if (known != null) {
        return known;
      }
      Actor created = entities.actor(id, row, ACTOR);
      if (contactDetails) {
        Entities.openContactDetails(created);
      }
      actors.put(id, created);
      return created;
    }
  }
}
