package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.util.List;

/** {@link BatchInsertDao} by the fluent API. */
record FluentBatchInsertDao(FluentBatches batches) implements BatchInsertDao {

  @Override
  public void movies(List<Movie> movies) {
    batches.execute(MOVIE, movies, RowBinder.MOVIE);
  }

  @Override
  public void actors(List<Actor> actors) {
    batches.execute(ACTOR, actors, RowBinder.ACTOR);
  }

  @Override
  public void stuntmen(List<Stuntman> stuntmen) {
    batches.execute(STUNTMAN, stuntmen, RowBinder.STUNTMAN);
  }

  @Override
  public void contactDetails(List<ContactDetails> details) {
    batches.execute(CONTACT_DETAILS, details, RowBinder.CONTACT_DETAILS);
  }

  @Override
  public void roles(List<Role> roles) {
    batches.execute(ROLE, roles, RowBinder.ROLE);
  }
}
