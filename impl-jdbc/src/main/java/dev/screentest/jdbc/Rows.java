package dev.screentest.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From results to lists. */
final class Rows {

  /** Rows to make room for where nothing is known; a result is rarely larger. */
  private static final int ROOM = 16;

  /** The most rows for which room is made at once, whatever a caller's limit or range allows. */
  private static final int MOST_ROOM = 1000;

  private Rows() {}

  /** Returns for how many rows to make room, where each number of a range may be one. */
  static int room(long first, long last) {
    return (int) Math.min(last - first + 1, MOST_ROOM);
  }

  /** Runs a query and maps every row. */
  static <E> List<E> list(PreparedStatement query, RowMapper<E> mapper) throws SQLException {
    return list(query, mapper, ROOM);
  }

  /** Runs a query and maps every row, of which a number is expected. */
  static <E> List<E> list(PreparedStatement query, RowMapper<E> mapper, int expected)
      throws SQLException {
    List<E> list = new ArrayList<>(expected);
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        list.add(mapper.map(row));
      }
    }
    return list;
  }

  /** Runs a query and maps its first row, if there is one. */
  static <E> Optional<E> first(PreparedStatement query, RowMapper<E> mapper) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(mapper.map(row)) : Optional.empty();
    }
  }
}
