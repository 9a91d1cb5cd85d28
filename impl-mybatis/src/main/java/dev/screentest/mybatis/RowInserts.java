package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.util.List;

/** Inserts by one statement for each row, in batches or not. */
record RowInserts(RowSender rows) implements Inserts {

  @Override
  public void movies(List<Movie> movies) {
    rows.send(Mappers::movies, MovieMapper::insert, movies);
  }

  @Override
  public void actors(List<Actor> actors) {
    rows.send(Mappers::actors, ActorMapper::insert, actors);
  }

  @Override
  public void stuntmen(List<Stuntman> stuntmen) {
    rows.send(Mappers::stuntmen, StuntmanMapper::insert, stuntmen);
  }

  @Override
  public void contactDetails(List<ContactDetails> details) {
    rows.send(Mappers::contactDetails, ContactDetailsMapper::insert, details);
  }

  @Override
  public void roles(List<Role> roles) {
    rows.send(Mappers::roles, RoleMapper::insert, roles);
  }
}
