package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import org.jdbi.v3.core.mapper.RowViewMapper;

/** An actor as it was read for one of its movies. */
record CastMember(long movieId, Actor actor) {

  static final RowViewMapper<CastMember> MAPPER =
      row -> new CastMember(row.getColumn("movie_id", Long.class), row.getRow(Actor.class));
}
