package dev.screentest.mybatis;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Stuntman;
import java.io.IOException;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Reads a cast from a column of JSON. */
final class JsonCastTypeHandler extends BaseTypeHandler<Set<Actor>> {

  @Override
  public Set<Actor> getNullableResult(ResultSet row, String column) throws SQLException {
    return cast(row.getString(column));
  }

  @Override
  public Set<Actor> getNullableResult(ResultSet row, int column) throws SQLException {
    return cast(row.getString(column));
  }

  @Override
  public Set<Actor> getNullableResult(CallableStatement call, int column) throws SQLException {
    return cast(call.getString(column));
  }

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, Set<Actor> cast, @Nullable JdbcType type) {
    throw new UnsupportedOperationException("a cast is stored as rows, never as JSON");
  }

  private static Set<Actor> cast(String json) throws SQLException {
    List<ActorJson> actors;
    try {
      actors = Json.CAST.readValue(json);
    } catch (IOException e) {
      throw new SQLException("a cast did not come as the JSON that the statement makes", e);
    }
    Set<Actor> cast = new LinkedHashSet<>();
    actors.forEach(actor -> cast.add(actor.toActor()));
    return cast;
  }

  /** Apart, so that who never asks for JSON never loads Jackson. */
  private static final class Json {
    static final ObjectReader CAST = JsonMapper.builder().build().readerForListOf(ActorJson.class);
  }

  private record StuntmanJson(long id, String name, boolean active) {}

  private record ContactDetailsJson(long id, String phoneNumber, String address) {}

  /** An actor; without contact details where they were not asked for. */
  private record ActorJson(
      long id,
      String name,
      @Nullable String birthday,
      @Nullable StuntmanJson stuntman,
      @Nullable List<ContactDetailsJson> contactDetails) {

    Actor toActor() {
      Actor actor = new Actor(id, name, birthday == null ? null : LocalDate.parse(birthday));
      if (stuntman != null) {
        actor.setStuntman(new Stuntman(stuntman.id, stuntman.name, stuntman.active));
      }
      if (contactDetails != null) {
        Set<ContactDetails> all = new LinkedHashSet<>();
        for (ContactDetailsJson details : contactDetails) {
          all.add(new ContactDetails(details.id, details.phoneNumber, details.address));
        }
        actor.setContactDetails(all);
      }
      return actor;
    }
  }
}
