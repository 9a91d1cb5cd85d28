package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.SavePlan.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Inserts all rows of a table by one statement, an array bound for each column. */
interface BulkInsertDao extends InsertDao {

  String MOVIES =
      """
      insert into movies (id, title, release_date)
      select * from unnest(:ids, :titles, :releaseDates)
      """;

  String ACTORS =
      """
      insert into actors (id, name, birthday)
      select * from unnest(:ids, :names, :birthdays)
      """;

  String STUNTMEN =
      """
      insert into stuntmen (id, name, active, actor_id)
      select * from unnest(:ids, :names, :active, :actorIds)
      """;

  String CONTACT_DETAILS =
      """
      insert into contact_details (id, phone_number, address, actor_id)
      select * from unnest(:ids, :phoneNumbers, :addresses, :actorIds)
      """;

  String ROLES =
      "insert into movies_actors (movie_id, actor_id) select * from unnest(:movieIds, :actorIds)";

  @SqlUpdate(MOVIES)
  void movies(List<Long> ids, List<String> titles, List<LocalDate> releaseDates);

  @SqlUpdate(ACTORS)
  void actors(List<Long> ids, List<String> names, List<LocalDate> birthdays);

  @SqlUpdate(STUNTMEN)
  void stuntmen(List<Long> ids, List<String> names, List<Boolean> active, List<Long> actorIds);

  @SqlUpdate(CONTACT_DETAILS)
  void contactDetails(
      List<Long> ids, List<String> phoneNumbers, List<String> addresses, List<Long> actorIds);

  @SqlUpdate(ROLES)
  void roles(List<Long> movieIds, List<Long> actorIds);

  @Override
  default void movies(List<Movie> movies) {
    movies(
        column(movies, Movie::getId),
        column(movies, Movie::getTitle),
        column(movies, Movie::getReleaseDate));
  }

  @Override
  default void actors(List<Actor> actors) {
    actors(
        column(actors, Actor::getId),
        column(actors, Actor::getName),
        column(actors, Actor::getBirthday));
  }

  @Override
  default void stuntmen(List<Stuntman> stuntmen) {
    stuntmen(
        column(stuntmen, Stuntman::getId),
        column(stuntmen, Stuntman::getName),
        column(stuntmen, Stuntman::isActive),
        column(stuntmen, stuntman -> SavePlan.actorOf(stuntman).getId()));
  }

  @Override
  default void contactDetails(List<ContactDetails> details) {
    contactDetails(
        column(details, ContactDetails::getId),
        column(details, ContactDetails::getPhoneNumber),
        column(details, ContactDetails::getAddress),
        column(details, each -> SavePlan.actorOf(each).getId()));
  }

  @Override
  default void roles(List<Role> roles) {
    roles(column(roles, role -> role.movie().getId()), column(roles, role -> role.actor().getId()));
  }

  /** Returns a value of every row. */
  static <E, V extends @Nullable Object> List<V> column(List<E> rows, Function<E, V> value) {
    return rows.stream().map(value).toList();
  }
}
