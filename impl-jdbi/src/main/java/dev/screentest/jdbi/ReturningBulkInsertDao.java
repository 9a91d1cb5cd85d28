package dev.screentest.jdbi;

import static dev.screentest.jdbi.BulkInsertDao.column;
import static dev.screentest.jdbi.ReturningInsertDao.assign;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.SavePlan.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Inserts all rows of a table by one statement, which returns the ids. They are given in the order
 * of the select, so the smallest belongs to the first row; in which order they are returned is not
 * promised, so they are sorted.
 */
interface ReturningBulkInsertDao extends ReturningInsertDao {

  @SqlUpdate(
      """
      insert into movies (title, release_date)
      select title, release_date
      from unnest(:titles, :releaseDates) with ordinality as row (title, release_date, place)
      order by place
      """)
  @GetGeneratedKeys("id")
  List<Long> movies(List<String> titles, List<LocalDate> releaseDates);

  @SqlUpdate(
      """
      insert into actors (name, birthday)
      select name, birthday
      from unnest(:names, :birthdays) with ordinality as row (name, birthday, place)
      order by place
      """)
  @GetGeneratedKeys("id")
  List<Long> actors(List<String> names, List<LocalDate> birthdays);

  @SqlUpdate(
      """
      insert into stuntmen (name, active, actor_id)
      select name, active, actor_id
      from unnest(:names, :active, :actorIds) with ordinality as row (name, active, actor_id, place)
      order by place
      """)
  @GetGeneratedKeys("id")
  List<Long> stuntmen(List<String> names, List<Boolean> active, List<Long> actorIds);

  @SqlUpdate(
      """
      insert into contact_details (phone_number, address, actor_id)
      select phone_number, address, actor_id
      from unnest(:phoneNumbers, :addresses, :actorIds)
        with ordinality as row (phone_number, address, actor_id, place)
      order by place
      """)
  @GetGeneratedKeys("id")
  List<Long> contactDetails(List<String> phoneNumbers, List<String> addresses, List<Long> actorIds);

  @SqlUpdate(BulkInsertDao.ROLES)
  void roles(List<Long> movieIds, List<Long> actorIds);

  @Override
  default void movies(List<Movie> movies) {
    assignInOrder(
        movies,
        movies(column(movies, Movie::getTitle), column(movies, Movie::getReleaseDate)),
        Movie::setId);
  }

  @Override
  default void actors(List<Actor> actors) {
    assignInOrder(
        actors,
        actors(column(actors, Actor::getName), column(actors, Actor::getBirthday)),
        Actor::setId);
  }

  @Override
  default void stuntmen(List<Stuntman> stuntmen) {
    assignInOrder(
        stuntmen,
        stuntmen(
            column(stuntmen, Stuntman::getName),
            column(stuntmen, Stuntman::isActive),
            column(stuntmen, stuntman -> SavePlan.actorOf(stuntman).getId())),
        Stuntman::setId);
  }

  @Override
  default void contactDetails(List<ContactDetails> details) {
    assignInOrder(
        details,
        contactDetails(
            column(details, ContactDetails::getPhoneNumber),
            column(details, ContactDetails::getAddress),
            column(details, each -> SavePlan.actorOf(each).getId())),
        ContactDetails::setId);
  }

  @Override
  default void roles(List<Role> roles) {
    roles(column(roles, role -> role.movie().getId()), column(roles, role -> role.actor().getId()));
  }

  private static <E> void assignInOrder(List<E> rows, List<Long> ids, ObjLongConsumer<E> setId) {
    assign(rows, ids.stream().sorted().toList(), setId);
  }
}
