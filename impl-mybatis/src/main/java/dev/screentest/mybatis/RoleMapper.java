package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import dev.screentest.domain.spi.SavePlan.Role;
import java.time.LocalDate;

/** Statements on the table that joins movies and actors. */
interface RoleMapper {

  int insert(Role role);

  /** Inserts any number of rows by one statement; the arrays are the table's columns. */
  int insertAll(Long[] movieIds, Long[] actorIds);

  int delete(Role role);

  int deleteOfMovie(Movie movie);

  int deleteOfActor(Actor actor);

  int deleteOfMoviesReleasedBefore(LocalDate day);
}
