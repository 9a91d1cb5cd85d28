package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Stuntman;
import java.time.LocalDate;
import java.util.Optional;

/** Statements on the table of stuntmen, who come with their actors. */
interface StuntmanMapper {

  Optional<Stuntman> find(long id);

  int insert(Stuntman stuntman);

  /** Inserts any number of rows by one statement; the arrays are the table's columns. */
  int insertAll(Long[] ids, String[] names, Boolean[] actives, Long[] actorIds);

  int update(Stuntman stuntman);

  int deactivateOfActorsBornBefore(LocalDate day);

  int delete(Stuntman stuntman);

  int deleteOf(Actor actor);
}
