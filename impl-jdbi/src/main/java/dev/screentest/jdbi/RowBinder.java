package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.SavePlan.Role;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Binds the values of a row by the names that the statements give them. Dates are bound by their
 * type, which a null does not tell.
 */
@FunctionalInterface
interface RowBinder<E> {

  RowBinder<Movie> MOVIE =
      (statement, movie) ->
          statement
              .bind("id", movie.getId())
              .bind("title", movie.getTitle())
              .bindByType("releaseDate", movie.getReleaseDate(), LocalDate.class);

  RowBinder<Actor> ACTOR =
      (statement, actor) ->
          statement
              .bind("id", actor.getId())
              .bind("name", actor.getName())
              .bindByType("birthday", actor.getBirthday(), LocalDate.class);

  RowBinder<Stuntman> STUNTMAN =
      (statement, stuntman) ->
          statement
              .bind("id", stuntman.getId())
              .bind("name", stuntman.getName())
              .bind("active", stuntman.isActive())
              .bind("actor.id", SavePlan.actorOf(stuntman).getId());

  RowBinder<ContactDetails> CONTACT_DETAILS =
      (statement, details) ->
          statement
              .bind("id", details.getId())
              .bind("phoneNumber", details.getPhoneNumber())
              .bind("address", details.getAddress())
              .bind("actor.id", SavePlan.actorOf(details).getId());

  RowBinder<Role> ROLE =
      (statement, role) ->
          statement
              .bind("movie.getId", role.movie().getId())
              .bind("actor.getId", role.actor().getId());

  void bind(SqlStatement<?> statement, E row);
}
