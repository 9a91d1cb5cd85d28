package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.util.List;

/** {@link UpdateDao} by the fluent API. */
record FluentUpdateDao(FluentBatches batches) implements UpdateDao {

  @Override
  public int[] movies(List<Movie> movies) {
    return batches.execute(MOVIES, movies, RowBinder.MOVIE);
  }

  @Override
  public int[] actors(List<Actor> actors) {
    return batches.execute(ACTORS, actors, RowBinder.ACTOR);
  }

  @Override
  public int[] stuntmen(List<Stuntman> stuntmen) {
    return batches.execute(STUNTMEN, stuntmen, RowBinder.STUNTMAN);
  }

  @Override
  public int[] contactDetails(List<ContactDetails> details) {
    return batches.execute(CONTACT_DETAILS, details, RowBinder.CONTACT_DETAILS);
  }
}
