package dev.screentest.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sets the parameters of a statement to the values of an object. */
@FunctionalInterface
interface RowBinder<E> {

  void bind(PreparedStatement statement, E entity) throws SQLException;
}
