package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindBean;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Inserts each row by a statement of its own. */
interface RowByRowInsertDao extends InsertDao {

  @SqlUpdate(MOVIE)
  void movie(@BindBean Movie movie);

  @SqlUpdate(ACTOR)
  void actor(@BindBean Actor actor);

  @SqlUpdate(STUNTMAN)
  void stuntman(@BindBean Stuntman stuntman);

  @SqlUpdate(CONTACT_DETAILS)
  void contactDetails(@BindBean ContactDetails details);

  @SqlUpdate(ROLE)
  void role(@BindMethods Role role);

  @Override
  default void movies(List<Movie> movies) {
    movies.forEach(this::movie);
  }

  @Override
  default void actors(List<Actor> actors) {
    actors.forEach(this::actor);
  }

  @Override
  default void stuntmen(List<Stuntman> stuntmen) {
    stuntmen.forEach(this::stuntman);
  }

  @Override
  default void contactDetails(List<ContactDetails> details) {
    details.forEach(this::contactDetails);
  }

  @Override
  default void roles(List<Role> roles) {
    roles.forEach(this::role);
  }
}
