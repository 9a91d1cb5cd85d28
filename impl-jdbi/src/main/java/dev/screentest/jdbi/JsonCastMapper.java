package dev.screentest.jdbi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps a column of JSON to the cast in it, by Jackson. */
final class JsonCastMapper implements ColumnMapper<List<ActorJson>> {

  /** The type that this mapper is registered for. */
  static final GenericType<List<ActorJson>> CAST = new GenericType<>() {};

  @Override
  public List<ActorJson> map(ResultSet row, int column, StatementContext context)
      throws SQLException {
    try {
      return Json.READER.readValue(row.getString(column));
    } catch (JsonProcessingException e) {
      throw new SQLException("a cast did not come as the JSON that the statement makes", e);
    }
  }

  /** Apart, so that who never asks for JSON never loads Jackson. */
  private static final class Json {
    static final ObjectReader READER =
        JsonMapper.builder().build().readerFor(new TypeReference<List<ActorJson>>() {});
  }
}
