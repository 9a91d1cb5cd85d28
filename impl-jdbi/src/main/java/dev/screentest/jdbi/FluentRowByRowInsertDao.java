package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** {@link RowByRowInsertDao} by the fluent API. */
record FluentRowByRowInsertDao(Handle handle) implements RowByRowInsertDao {

  @Override
  public void movie(Movie movie) {
    insert(MOVIE, movie, RowBinder.MOVIE);
  }

  @Override
  public void actor(Actor actor) {
    insert(ACTOR, actor, RowBinder.ACTOR);
  }

  @Override
  public void stuntman(Stuntman stuntman) {
    insert(STUNTMAN, stuntman, RowBinder.STUNTMAN);
  }

  @Override
  public void contactDetails(ContactDetails details) {
    insert(CONTACT_DETAILS, details, RowBinder.CONTACT_DETAILS);
  }

  @Override
  public void role(Role role) {
    insert(ROLE, role, RowBinder.ROLE);
  }

  private <E> void insert(String sql, E row, RowBinder<E> binder) {
    try (Update update = handle.createUpdate(sql)) {
      binder.bind(update, row);
      update.execute();
    }
  }
}
