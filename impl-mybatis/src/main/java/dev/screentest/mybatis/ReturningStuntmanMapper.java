package dev.screentest.mybatis;

import dev.screentest.domain.Stuntman;
import java.util.List;

/** {@link StuntmanMapper}, with inserts that bring back the ids that the database gives. */
interface ReturningStuntmanMapper extends StuntmanMapper {

  /** Inserts rows by one statement. */
  int insertRows(List<Stuntman> rows);
}
