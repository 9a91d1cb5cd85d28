package dev.screentest.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes an object of the row at which a result stands. */
@FunctionalInterface
interface RowMapper<E> {

  E map(ResultSet row) throws SQLException;
}
