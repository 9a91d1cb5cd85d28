package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.util.List;

/** How new rows are inserted, table by table. */
interface Inserts {

  void movies(List<Movie> movies);

  void actors(List<Actor> actors);

  void stuntmen(List<Stuntman> stuntmen);

  void contactDetails(List<ContactDetails> details);

  void roles(List<Role> roles);
}
