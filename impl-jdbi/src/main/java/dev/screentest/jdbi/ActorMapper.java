package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Stuntman;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps an actor and the stuntman that comes with it, if there is one. */
final class ActorMapper implements RowMapper<Actor> {

  private final RowMapper<Actor> actors;
  private final RowMapper<Stuntman> stuntmen;

  ActorMapper(RowMapper<Actor> actors, RowMapper<Stuntman> stuntmen) {
    this.actors = actors;
    this.stuntmen = stuntmen;
  }

  @Override
  public Actor map(ResultSet rows, StatementContext context) throws SQLException {
    return specialize(rows, context).map(rows, context);
  }

  /** Looks the columns up once for each result, as Jdbi's own mappers do. */
  @Override
  public RowMapper<Actor> specialize(ResultSet rows, StatementContext context) throws SQLException {
    RowMapper<Actor> actor = actors.specialize(rows, context);
    RowMapper<Stuntman> stuntman = stuntmen.specialize(rows, context);
    int stuntmanId = rows.findColumn("s_id");
    return (row, sameContext) -> {
      Actor mapped = actor.map(row, sameContext);
      row.getLong(stuntmanId);
      if (!row.wasNull()) {
        mapped.setStuntman(stuntman.map(row, sameContext));
      }
      return mapped;
    };
  }
}
