package dev.screentest.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Columns by their names, which the driver looks up in every row. */
final class ColumnsByName implements Columns {

  @Override
  public long number(ResultSet row, int index, String name) throws SQLException {
    return row.getLong(name);
  }

  @Override
  public String text(ResultSet row, int index, String name) throws SQLException {
    return row.getString(name);
  }

  @Override
  public @Nullable LocalDate date(ResultSet row, int index, String name) throws SQLException {
    return row.getObject(name, LocalDate.class);
  }

  @Override
  public boolean flag(ResultSet row, int index, String name) throws SQLException {
    return row.getBoolean(name);
  }

  @Override
  public @Nullable Array array(ResultSet row, int index, String name) throws SQLException {
    return row.getArray(name);
  }
}
