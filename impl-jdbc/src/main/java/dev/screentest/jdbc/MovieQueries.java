package dev.screentest.jdbc;

import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieOrder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The queries for movies without their cast. */
final class MovieQueries {

  private static final String BY_ID =
      """
      select id as movie_id, title, release_date
      from movies
      where id = ?\
      """;

  private static final String ALL =
      """
      select id as movie_id, title, release_date
      from movies
      order by id\
      """;

  private static final String IN_RANGE =
      """
      select id as movie_id, title, release_date
      from movies
      where id between ? and ?
      order by id\
      """;

  private static final String COUNT =
      """
      select count(*)
      from movies\
      """;

  /** The collation is that of the index; equal is equal under either. */
  private static final String EXISTS_TITLED =
      """
      select exists (
        select from movies
        where title collate "C" = ?)\
      """;

  private static final String DISTINCT_TITLES =
      """
      select distinct title collate "C"
      from movies
      order by 1\
      """;

  private static final String RELEASED_AFTER =
      """
      select id as movie_id, title, release_date
      from movies
      where release_date > ?
      order by id\
      """;

  private static final String FIRST_RELEASED_AFTER =
      """
      select id as movie_id, title, release_date
      from movies
      where release_date > ?
      order by release_date, id
      limit 1\
      """;

  private static final String STARRING =
      """
      select id as movie_id, title, release_date
      from movies
      where id in (
        select ma.movie_id
        from movies_actors ma
        join actors a on a.id = ma.actor_id
        where a.name = ?)
      order by id\
      """;

  private static final String PAGE_BY_ID =
      """
      select id as movie_id, title, release_date
      from movies
      order by id
      limit ? offset ?\
      """;

  private static final String PAGE_BY_TITLE =
      """
      select id as movie_id, title, release_date
      from movies
      order by title collate "C", id
      limit ? offset ?\
      """;

  private static final String PAGE_BY_RELEASE_DATE =
      """
      select id as movie_id, title, release_date
      from movies
      order by release_date nulls last, id
      limit ? offset ?\
      """;

  private static final String PAGE_AFTER =
      """
      select id as movie_id, title, release_date
      from movies
      where (title collate "C", id) > (?, ?)
      order by title collate "C", id
      limit ?\
      """;

  private static final String ONE = "select 1";

  private final UnitConnection connection;
  private final Entities entities;

  MovieQueries(UnitConnection connection, Entities entities) {
    this.connection = connection;
    this.entities = entities;
  }

  Optional<Movie> byId(long id) throws SQLException {
    try (PreparedStatement query = connection.prepare(BY_ID)) {
      query.setLong(1, id);
      return Rows.first(query, entities::movie);
    }
  }

  List<Movie> all() throws SQLException {
    try (PreparedStatement query = connection.prepare(ALL)) {
      return Rows.list(query, entities::movie);
    }
  }

  List<Movie> inRange(long first, long last) throws SQLException {
    try (PreparedStatement query = connection.prepare(IN_RANGE)) {
      query.setLong(1, first);
      query.setLong(2, last);
      return Rows.list(query, entities::movie, Rows.room(first, last));
    }
  }

  long count() throws SQLException {
    try (PreparedStatement query = connection.prepare(COUNT);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  boolean existsTitled(String title) throws SQLException {
    try (PreparedStatement query = connection.prepare(EXISTS_TITLED)) {
      query.setString(1, title);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  List<String> distinctTitles() throws SQLException {
    try (PreparedStatement query = connection.prepare(DISTINCT_TITLES)) {
      return Rows.list(query, row -> row.getString(1));
    }
  }

  List<Movie> releasedAfter(LocalDate day) throws SQLException {
    try (PreparedStatement query = connection.prepare(RELEASED_AFTER)) {
      query.setObject(1, day);
      return Rows.list(query, entities::movie);
    }
  }

  Optional<Movie> firstReleasedAfter(LocalDate day) throws SQLException {
    try (PreparedStatement query = connection.prepare(FIRST_RELEASED_AFTER)) {
      query.setObject(1, day);
      return Rows.first(query, entities::movie);
    }
  }

  List<Movie> starring(String actorName) throws SQLException {
    try (PreparedStatement query = connection.prepare(STARRING)) {
      query.setString(1, actorName);
      return Rows.list(query, entities::movie);
    }
  }

  List<Movie> page(MovieOrder order, long offset, int limit) throws SQLException {
    String sql =
        switch (order) {
          case ID -> PAGE_BY_ID;
          case TITLE -> PAGE_BY_TITLE;
          case RELEASE_DATE -> PAGE_BY_RELEASE_DATE;
        };
    try (PreparedStatement query = connection.prepare(sql)) {
      query.setInt(1, limit);
      query.setLong(2, offset);
      return Rows.list(query, entities::movie, Rows.room(1, limit));
    }
  }

  List<Movie> pageAfter(String title, long id, int limit) throws SQLException {
    try (PreparedStatement query = connection.prepare(PAGE_AFTER)) {
      query.setString(1, title);
      query.setLong(2, id);
      query.setInt(3, limit);
      return Rows.list(query, entities::movie, Rows.room(1, limit));
    }
  }

  int one() throws SQLException {
    try (PreparedStatement query = connection.prepare(ONE);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
