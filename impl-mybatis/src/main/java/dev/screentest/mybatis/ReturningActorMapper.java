package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import java.util.List;

/** {@link ActorMapper}, with inserts that bring back the ids that the database gives. */
interface ReturningActorMapper extends ActorMapper {

  /** Inserts rows by one statement. */
  int insertRows(List<Actor> rows);
}
