package dev.screentest.mybatis;

import static java.util.Objects.requireNonNull;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Stuntman;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the join of roles, actors and stuntmen; of the latter an actor may have none. */
record RoleRow(
    long movieId,
    long actorId,
    String actorName,
    @Nullable LocalDate birthday,
    @Nullable Long stuntmanId,
    @Nullable String stuntmanName,
    @Nullable Boolean active) {

  Actor actor() {
    Actor actor = new Actor(actorId, actorName, birthday);
    if (stuntmanId != null) {
      actor.setStuntman(
          new Stuntman(stuntmanId, requireNonNull(stuntmanName), requireNonNull(active)));
    }
    return actor;
  }
}
