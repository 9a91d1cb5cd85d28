package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.SavePlan.Role;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One statement for ten thousand rows, whose columns travel as arrays. As fast as COPY, but in one
 * round trip instead of two, prepared like any other statement, and without a text format of its
 * own.
 */
final class ArrayInserter implements Inserter {

  private static final String MOVIES =
      """
      insert into movies (id, title, release_date)
      select * from unnest(?::bigint[], ?::varchar[], ?::date[])\
      """;

  private static final String ACTORS =
      """
      insert into actors (id, name, birthday)
      select * from unnest(?::bigint[], ?::varchar[], ?::date[])\
      """;

  private static final String STUNTMEN =
      """
      insert into stuntmen (id, name, active, actor_id)
      select * from unnest(?::bigint[], ?::varchar[], ?::boolean[], ?::bigint[])\
      """;

  private static final String CONTACT_DETAILS =
      """
      insert into contact_details (id, phone_number, address, actor_id)
      select * from unnest(?::bigint[], ?::varchar[], ?::varchar[], ?::bigint[])\
      """;

  private static final String ROLES =
      """
      insert into movies_actors (movie_id, actor_id)
      select * from unnest(?::bigint[], ?::bigint[])\
      """;

  /** Enough that a round trip does not count, few enough for the memory of both sides. */
  static final int ROWS_PER_STATEMENT = 10_000;

  private final UnitConnection connection;

  ArrayInserter(UnitConnection connection) {
    this.connection = connection;
  }

  @Override
  public void movies(List<Movie> movies) throws SQLException {
    insert(
        MOVIES,
        movies,
        (statement, some) -> {
          statement.setObject(1, Ids.array(some, Ids::of));
          statement.setObject(2, texts(some, Movie::getTitle));
          statement.setArray(3, dates(statement, some, Movie::getReleaseDate));
        });
  }

  @Override
  public void actors(List<Actor> actors) throws SQLException {
    insert(
        ACTORS,
        actors,
        (statement, some) -> {
          statement.setObject(1, Ids.array(some, Ids::of));
          statement.setObject(2, texts(some, Actor::getName));
          statement.setArray(3, dates(statement, some, Actor::getBirthday));
        });
  }

  @Override
  public void stuntmen(List<Stuntman> stuntmen) throws SQLException {
    insert(
        STUNTMEN,
        stuntmen,
        (statement, some) -> {
          statement.setObject(1, Ids.array(some, Ids::of));
          statement.setObject(2, texts(some, Stuntman::getName));
          statement.setObject(3, active(some));
          statement.setObject(4, Ids.array(some, stuntman -> Ids.of(SavePlan.actorOf(stuntman))));
        });
  }

  @Override
  public void contactDetails(List<ContactDetails> contactDetails) throws SQLException {
    insert(
        CONTACT_DETAILS,
        contactDetails,
        (statement, some) -> {
          statement.setObject(1, Ids.array(some, Ids::of));
          statement.setObject(2, texts(some, ContactDetails::getPhoneNumber));
          statement.setObject(3, texts(some, ContactDetails::getAddress));
          statement.setObject(4, Ids.array(some, details -> Ids.of(SavePlan.actorOf(details))));
        });
  }

  @Override
  public void roles(List<Role> roles) throws SQLException {
    insert(
        ROLES,
        roles,
        (statement, some) -> {
          statement.setObject(1, Ids.array(some, role -> Ids.of(role.movie())));
          statement.setObject(2, Ids.array(some, role -> Ids.of(role.actor())));
        });
  }

  private <E> void insert(String sql, List<E> entities, RowBinder<List<E>> binder)
      throws SQLException {
    if (entities.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepare(sql)) {
      for (int from = 0; from < entities.size(); from += ROWS_PER_STATEMENT) {
        int to = Math.min(from + ROWS_PER_STATEMENT, entities.size());
        binder.bind(statement, entities.subList(from, to));
        statement.executeUpdate();
      }
    }
  }

  private static <E> String[] texts(List<E> entities, Function<E, String> text) {
    String[] texts = new String[entities.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text.apply(entities.get(i));
    }
    return texts;
  }

  private static boolean[] active(List<Stuntman> stuntmen) {
    boolean[] active = new boolean[stuntmen.size()];
    for (int i = 0; i < active.length; i++) {
      active[i] = stuntmen.get(i).isActive();
    }
    return active;
  }

  private static <E> java.sql.Array dates(
      PreparedStatement statement, List<E> entities, Function<E, @Nullable LocalDate> date)
      throws SQLException {
    Object[] dates = new Object[entities.size()];
    for (int i = 0; i < dates.length; i++) {
      dates[i] = date.apply(entities.get(i));
    }
    return statement.getConnection().createArrayOf("date", dates);
  }
}
