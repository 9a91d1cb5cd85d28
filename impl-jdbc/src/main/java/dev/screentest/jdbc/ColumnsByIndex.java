package dev.screentest.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Columns by their place in the select list: nothing has to be looked up. */
final class ColumnsByIndex implements Columns {

  @Override
  public long number(ResultSet row, int index, String name) throws SQLException {
    return row.getLong(index);
  }

  @Override
  public String text(ResultSet row, int index, String name) throws SQLException {
    return row.getString(index);
  }

  @Override
  public @Nullable LocalDate date(ResultSet row, int index, String name) throws SQLException {
    return row.getObject(index, LocalDate.class);
  }

  @Override
  public boolean flag(ResultSet row, int index, String name) throws SQLException {
    return row.getBoolean(index);
  }

  @Override
  public @Nullable Array array(ResultSet row, int index, String name) throws SQLException {
    return row.getArray(index);
  }
}
