package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.SavePlan.Role;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/**
 * One statement for each row, sent alone or in batches. With {@code reWriteBatchedInserts} the
 * driver makes a batch one statement of many rows; a power of two is one such statement, others are
 * several.
 */
final class RowInserter implements Inserter {

  private static final String MOVIE =
      """
      insert into movies (id, title, release_date)
      values (?, ?, ?)\
      """;

  private static final String ACTOR =
      """
      insert into actors (id, name, birthday)
      values (?, ?, ?)\
      """;

  private static final String STUNTMAN =
      """
      insert into stuntmen (id, name, active, actor_id)
      values (?, ?, ?, ?)\
      """;

  private static final String CONTACT_DETAILS =
      """
      insert into contact_details (id, phone_number, address, actor_id)
      values (?, ?, ?, ?)\
      """;

  private static final String ROLE =
      """
      insert into movies_actors (movie_id, actor_id)
      values (?, ?)\
      """;

  private final UnitConnection connection;
  private final int batchSize;

  RowInserter(UnitConnection connection, int batchSize) {
    this.connection = connection;
    this.batchSize = batchSize;
  }

  @Override
  public void movies(List<Movie> movies) throws SQLException {
    insert(
        MOVIE,
        movies,
        (row, movie) -> {
          row.setLong(1, Ids.of(movie));
          row.setString(2, movie.getTitle());
          row.setObject(3, movie.getReleaseDate(), Types.DATE);
        });
  }

  @Override
  public void actors(List<Actor> actors) throws SQLException {
    insert(
        ACTOR,
        actors,
        (row, actor) -> {
          row.setLong(1, Ids.of(actor));
          row.setString(2, actor.getName());
          row.setObject(3, actor.getBirthday(), Types.DATE);
        });
  }

  @Override
  public void stuntmen(List<Stuntman> stuntmen) throws SQLException {
    insert(
        STUNTMAN,
        stuntmen,
        (row, stuntman) -> {
          row.setLong(1, Ids.of(stuntman));
          row.setString(2, stuntman.getName());
          row.setBoolean(3, stuntman.isActive());
          row.setLong(4, Ids.of(SavePlan.actorOf(stuntman)));
        });
  }

  @Override
  public void contactDetails(List<ContactDetails> contactDetails) throws SQLException {
    insert(
        CONTACT_DETAILS,
        contactDetails,
        (row, details) -> {
          row.setLong(1, Ids.of(details));
          row.setString(2, details.getPhoneNumber());
          row.setString(3, details.getAddress());
          row.setLong(4, Ids.of(SavePlan.actorOf(details)));
        });
  }

  @Override
  public void roles(List<Role> roles) throws SQLException {
    insert(
        ROLE,
        roles,
        (row, role) -> {
          row.setLong(1, Ids.of(role.movie()));
          row.setLong(2, Ids.of(role.actor()));
        });
  }

  private <E> void insert(String sql, List<E> entities, RowBinder<E> binder) throws SQLException {
    if (entities.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepare(sql)) {
      Batches.execute(statement, entities, binder, batchSize, inserted -> {});
    }
  }
}
