package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.result.ResultSetScanner;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Scans movies joined with their casts, in the order of {@link GraphDao}: by movie, actor, contact
 * details. So a movie, and an actor in its cast, begins where the id changes; only an actor of
 * several movies has to be looked up.
 */
final class CastScanner implements ResultSetScanner<List<Movie>> {

  private static final int MOVIE = 1;
  private static final int ACTOR = MOVIE + StoredMovieMapper.COLUMNS;
  private static final int CONTACT_DETAILS = ACTOR + StoredActorMapper.COLUMNS;

  private final boolean withContactDetails;
  private final List<Movie> movies = new ArrayList<>();
  private final Map<Long, Actor> actors = new HashMap<>();

  private @Nullable Movie movie;
  private long movieId;
  private @Nullable Actor actor;
  private long actorId;

  /** Whether the actor was met before this row's movie, with all its contact details. */
  private boolean complete;

  CastScanner(boolean withContactDetails) {
    this.withContactDetails = withContactDetails;
  }

  @Override
  public List<Movie> scanResultSet(Supplier<ResultSet> result, StatementContext context)
      throws SQLException {
    try (context) {
      ResultSet row = result.get();
      while (row.next()) {
        Movie current = movie(row);
        Actor member = actor(row, current);
        if (member != null && withContactDetails && !complete) {
          addContactDetails(row, member);
        }
      }
    }
    return movies;
  }

  private Movie movie(ResultSet row) throws SQLException {
    long id = row.getLong(MOVIE);
    Movie current = movie;
    if (current == null || id != movieId) {
      current = StoredMovieMapper.read(row, MOVIE);
      current.setActors(new LinkedHashSet<>());
      movies.add(current);
      movie = current;
      movieId = id;
      actor = null;
    }
    return current;
  }

  private @Nullable Actor actor(ResultSet row, Movie current) throws SQLException {
    long id = row.getLong(ACTOR);
    if (row.wasNull()) {
      return null;
    }
    Actor member = actor;
    if (member == null || id != actorId) {
      member = actors.get(id);
      complete = member != null;
      if (member == null) {
        member = newActor(row);
        actors.put(id, member);
      }
      current.addActor(member);
      actor = member;
      actorId = id;
    }
    return member;
  }

  private Actor newActor(ResultSet row) throws SQLException {
    Actor member = StoredActorMapper.read(row, ACTOR);
    if (withContactDetails) {
      member.setContactDetails(new LinkedHashSet<>());
    }
    return member;
  }

  private static void addContactDetails(ResultSet row, Actor member) throws SQLException {
    row.getLong(CONTACT_DETAILS);
    if (!row.wasNull()) {
      StoredContactDetailsMapper.read(row, CONTACT_DETAILS).setActor(member);
    }
  }
}
