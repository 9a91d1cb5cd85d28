package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.util.List;
import java.util.function.ToIntFunction;

/** Inserts by statements of many rows, whose ids come back in the order of the rows. */
record MultiRowInserts(Mappers mappers) implements Inserts {

  /** Far from the 65 535 parameters that a statement can have. */
  private static final int ROWS_PER_STATEMENT = InsertStrategy.BATCH_SIZE;

  @Override
  public void movies(List<Movie> movies) {
    insert(movies, mappers.session().getMapper(ReturningMovieMapper.class)::insertRows);
  }

  @Override
  public void actors(List<Actor> actors) {
    insert(actors, mappers.session().getMapper(ReturningActorMapper.class)::insertRows);
  }

  @Override
  public void stuntmen(List<Stuntman> stuntmen) {
    insert(stuntmen, mappers.session().getMapper(ReturningStuntmanMapper.class)::insertRows);
  }

  @Override
  public void contactDetails(List<ContactDetails> details) {
    insert(details, mappers.session().getMapper(ReturningContactDetailsMapper.class)::insertRows);
  }

  /** Roles have no id that could come back. */
  @Override
  public void roles(List<Role> roles) {
    new BulkInserts(mappers).roles(roles);
  }

  private static <E> void insert(List<E> rows, ToIntFunction<List<E>> statement) {
    for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
      int to = Math.min(from + ROWS_PER_STATEMENT, rows.size());
      statement.applyAsInt(rows.subList(from, to));
    }
  }
}
