package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.SavePlan.Role;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * One statement for each row, which returns the row's id, sent alone or in batches. The driver does
 * not rewrite such a batch, and waits for an answer before too many have gathered.
 */
final class ReturningInserter implements Inserter {

  private static final String MOVIE =
      """
      insert into movies (title, release_date)
      values (?, ?)\
      """;

  private static final String ACTOR =
      """
      insert into actors (name, birthday)
      values (?, ?)\
      """;

  private static final String STUNTMAN =
      """
      insert into stuntmen (name, active, actor_id)
      values (?, ?, ?)\
      """;

  private static final String CONTACT_DETAILS =
      """
      insert into contact_details (phone_number, address, actor_id)
      values (?, ?, ?)\
      """;

  private final UnitConnection connection;
  private final int batchSize;

  ReturningInserter(UnitConnection connection, int batchSize) {
    this.connection = connection;
    this.batchSize = batchSize;
  }

  @Override
  public void movies(List<Movie> movies) throws SQLException {
    insert(
        MOVIE,
        movies,
        (row, movie) -> {
          row.setString(1, movie.getTitle());
          row.setObject(2, movie.getReleaseDate(), Types.DATE);
        },
        Movie::setId);
  }

  @Override
  public void actors(List<Actor> actors) throws SQLException {
    insert(
        ACTOR,
        actors,
        (row, actor) -> {
          row.setString(1, actor.getName());
          row.setObject(2, actor.getBirthday(), Types.DATE);
        },
        Actor::setId);
  }

  @Override
  public void stuntmen(List<Stuntman> stuntmen) throws SQLException {
    insert(
        STUNTMAN,
        stuntmen,
        (row, stuntman) -> {
          row.setString(1, stuntman.getName());
          row.setBoolean(2, stuntman.isActive());
          row.setLong(3, Ids.of(SavePlan.actorOf(stuntman)));
        },
        Stuntman::setId);
  }

  @Override
  public void contactDetails(List<ContactDetails> contactDetails) throws SQLException {
    insert(
        CONTACT_DETAILS,
        contactDetails,
        (row, details) -> {
          row.setString(1, details.getPhoneNumber());
          row.setString(2, details.getAddress());
          row.setLong(3, Ids.of(SavePlan.actorOf(details)));
        },
        ContactDetails::setId);
  }

  /** Roles have no ids of their own. */
  @Override
  public void roles(List<Role> roles) throws SQLException {
    new RowInserter(connection, batchSize).roles(roles);
  }

  private <E> void insert(
      String sql, List<E> entities, RowBinder<E> binder, ObjLongConsumer<E> setId)
      throws SQLException {
    if (entities.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareReturningId(sql)) {
      for (int from = 0; from < entities.size(); from += batchSize) {
        List<E> some = entities.subList(from, Math.min(from + batchSize, entities.size()));
        Batches.execute(statement, some, binder, batchSize, inserted -> {});
        takeIds(statement, some, setId);
      }
    }
  }

  private static <E> void takeIds(
      PreparedStatement statement, List<E> inserted, ObjLongConsumer<E> setId) throws SQLException {
    try (ResultSet id = statement.getGeneratedKeys()) {
      for (E entity : inserted) {
        if (!id.next()) {
          throw new IllegalStateException("the insert returned no id for " + entity);
        }
        setId.accept(entity, id.getLong(1));
      }
    }
  }
}
