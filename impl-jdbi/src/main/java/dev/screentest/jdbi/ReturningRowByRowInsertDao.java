package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindBean;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Inserts each row by a statement of its own, which returns the id. */
interface ReturningRowByRowInsertDao extends ReturningInsertDao {

  @SqlUpdate(MOVIE_WITHOUT_ID)
  @GetGeneratedKeys("id")
  long movie(@BindBean Movie movie);

  @SqlUpdate(ACTOR_WITHOUT_ID)
  @GetGeneratedKeys("id")
  long actor(@BindBean Actor actor);

  @SqlUpdate(STUNTMAN_WITHOUT_ID)
  @GetGeneratedKeys("id")
  long stuntman(@BindBean Stuntman stuntman);

  @SqlUpdate(CONTACT_DETAILS_WITHOUT_ID)
  @GetGeneratedKeys("id")
  long contactDetails(@BindBean ContactDetails details);

  @SqlUpdate(ROLE)
  void role(@BindMethods Role role);

  @Override
  default void movies(List<Movie> movies) {
    movies.forEach(movie -> movie.setId(movie(movie)));
  }

  @Override
  default void actors(List<Actor> actors) {
    actors.forEach(actor -> actor.setId(actor(actor)));
  }

  @Override
  default void stuntmen(List<Stuntman> stuntmen) {
    stuntmen.forEach(stuntman -> stuntman.setId(stuntman(stuntman)));
  }

  @Override
  default void contactDetails(List<ContactDetails> details) {
    details.forEach(each -> each.setId(contactDetails(each)));
  }

  @Override
  default void roles(List<Role> roles) {
    roles.forEach(this::role);
  }
}
