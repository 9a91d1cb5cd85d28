package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.SavePlan.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Inserts by one statement for each table, of which every parameter is a column. */
record BulkInserts(Mappers mappers) implements Inserts {

  @Override
  public void movies(List<Movie> movies) {
    if (!movies.isEmpty()) {
      mappers
          .movies()
          .insertAll(
              column(movies, Movie::getId, Long[]::new),
              column(movies, Movie::getTitle, String[]::new),
              column(movies, Movie::getReleaseDate, LocalDate[]::new));
    }
  }

  @Override
  public void actors(List<Actor> actors) {
    if (!actors.isEmpty()) {
      mappers
          .actors()
          .insertAll(
              column(actors, Actor::getId, Long[]::new),
              column(actors, Actor::getName, String[]::new),
              column(actors, Actor::getBirthday, LocalDate[]::new));
    }
  }

  @Override
  public void stuntmen(List<Stuntman> stuntmen) {
    if (!stuntmen.isEmpty()) {
      mappers
          .stuntmen()
          .insertAll(
              column(stuntmen, Stuntman::getId, Long[]::new),
              column(stuntmen, Stuntman::getName, String[]::new),
              column(stuntmen, Stuntman::isActive, Boolean[]::new),
              column(stuntmen, stuntman -> SavePlan.actorOf(stuntman).getId(), Long[]::new));
    }
  }

  @Override
  public void contactDetails(List<ContactDetails> details) {
    if (!details.isEmpty()) {
      mappers
          .contactDetails()
          .insertAll(
              column(details, ContactDetails::getId, Long[]::new),
              column(details, ContactDetails::getPhoneNumber, String[]::new),
              column(details, ContactDetails::getAddress, String[]::new),
              column(details, contact -> SavePlan.actorOf(contact).getId(), Long[]::new));
    }
  }

  @Override
  public void roles(List<Role> roles) {
    if (!roles.isEmpty()) {
      mappers
          .roles()
          .insertAll(
              column(roles, role -> role.movie().getId(), Long[]::new),
              column(roles, role -> role.actor().getId(), Long[]::new));
    }
  }

  private static <E, V> V[] column(
      List<E> rows, Function<E, @Nullable V> value, IntFunction<V[]> array) {
    V[] column = array.apply(rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }
}
