package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Stuntman;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps the columns {@link Select#ACTOR_COLUMNS}, wherever in a row they begin, by hand. */
final class StoredActorMapper implements RowMapper<Actor> {

  /** How many columns it reads. */
  static final int COLUMNS = 6;

  /** Returns the actor whose columns begin at an index, with its stuntman. */
  static Actor read(ResultSet row, int first) throws SQLException {
    Actor actor =
        new Actor(
            row.getLong(first),
            row.getString(first + 1),
            row.getObject(first + 2, LocalDate.class));
    long stuntmanId = row.getLong(first + 3);
    if (!row.wasNull()) {
      actor.setStuntman(
          new Stuntman(stuntmanId, row.getString(first + 4), row.getBoolean(first + 5)));
    }
    return actor;
  }

  @Override
  public Actor map(ResultSet row, StatementContext context) throws SQLException {
    return read(row, row.findColumn("a_id"));
  }

  /** Looks for the columns once in each result. */
  @Override
  public RowMapper<Actor> specialize(ResultSet rows, StatementContext context) throws SQLException {
    int first = rows.findColumn("a_id");
    return (row, sameContext) -> read(row, first);
  }
}
