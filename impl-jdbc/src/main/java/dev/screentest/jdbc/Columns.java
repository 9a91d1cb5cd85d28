package dev.screentest.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the driver is told which column of a row to read. Callers give both, the index and the name.
 */
sealed interface Columns permits ColumnsByIndex, ColumnsByName {

  /** Reads a number; zero where it is null, which {@link ResultSet#wasNull} tells. */
  long number(ResultSet row, int index, String name) throws SQLException;

  String text(ResultSet row, int index, String name) throws SQLException;

  @Nullable LocalDate date(ResultSet row, int index, String name) throws SQLException;

  boolean flag(ResultSet row, int index, String name) throws SQLException;

  @Nullable Array array(ResultSet row, int index, String name) throws SQLException;
}
