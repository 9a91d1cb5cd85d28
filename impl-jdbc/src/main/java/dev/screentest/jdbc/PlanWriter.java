package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** Writes what a save has to write, grouped by table so that each group is one batch. */
final class PlanWriter {

  private static final String DELETE_STUNTMEN =
      """
      delete from stuntmen
      where id = ?\
      """;

  private static final String DELETE_CONTACT_DETAILS =
      """
      delete from contact_details
      where id = ?\
      """;

  private static final String DELETE_ROLE =
      """
      delete from movies_actors
      where movie_id = ? and actor_id = ?\
      """;

  private static final String UPDATE_MOVIE =
      """
      update movies
      set title = ?, release_date = ?
      where id = ?\
      """;

  private static final String UPDATE_ACTOR =
      """
      update actors
      set name = ?, birthday = ?
      where id = ?\
      """;

  private static final String UPDATE_STUNTMAN =
      """
      update stuntmen
      set name = ?, active = ?, actor_id = ?
      where id = ?\
      """;

  private static final String UPDATE_CONTACT_DETAILS =
      """
      update contact_details
      set phone_number = ?, address = ?, actor_id = ?
      where id = ?\
      """;

  private final UnitConnection connection;
  private final IdSource ids;

  PlanWriter(UnitConnection connection, IdSource ids) {
    this.connection = connection;
    this.ids = ids;
  }

  /** Writes a plan, in the order that its Javadoc gives. */
  void write(SavePlan plan, InsertStrategy strategy) throws SQLException {
    Inserter inserter = ids.inserter(strategy, connection);
    execute(
        DELETE_STUNTMEN,
        plan.orphanedStuntmen(),
        (row, stuntman) -> row.setLong(1, Ids.of(stuntman)));
    execute(
        DELETE_CONTACT_DETAILS,
        plan.orphanedContactDetails(),
        (row, details) -> row.setLong(1, Ids.of(details)));
    ids.assign(plan, connection);
    inserter.actors(plan.newActors());
    inserter.movies(plan.newMovies());
    execute(UPDATE_ACTOR, plan.changedActors(), PlanWriter::bind);
    execute(UPDATE_MOVIE, plan.changedMovies(), PlanWriter::bind);
    execute(UPDATE_STUNTMAN, plan.changedStuntmen(), PlanWriter::bind);
    execute(UPDATE_CONTACT_DETAILS, plan.changedContactDetails(), PlanWriter::bind);
    inserter.stuntmen(plan.newStuntmen());
    inserter.contactDetails(plan.newContactDetails());
    execute(DELETE_ROLE, plan.lostRoles(), PlanWriter::bind);
    inserter.roles(plan.newRoles());
  }

  /** Executes a statement for each row, which must be there. */
  private <E> void execute(String sql, List<E> rows, RowBinder<E> binder) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepare(sql)) {
      Batches.execute(statement, rows, binder, InsertStrategy.BATCH_SIZE, PlanWriter::gone);
    }
  }

  private static void gone(Object entity) {
    throw new NotFoundException("save: the row of " + entity + " has gone");
  }

  private static void bind(PreparedStatement delete, SavePlan.Role role) throws SQLException {
    delete.setLong(1, Ids.of(role.movie()));
    delete.setLong(2, Ids.of(role.actor()));
  }

  private static void bind(PreparedStatement update, Movie movie) throws SQLException {
    update.setString(1, movie.getTitle());
    update.setObject(2, movie.getReleaseDate(), Types.DATE);
    update.setLong(3, Ids.of(movie));
  }

  private static void bind(PreparedStatement update, Actor actor) throws SQLException {
    update.setString(1, actor.getName());
    update.setObject(2, actor.getBirthday(), Types.DATE);
    update.setLong(3, Ids.of(actor));
  }

  private static void bind(PreparedStatement update, Stuntman stuntman) throws SQLException {
    update.setString(1, stuntman.getName());
    update.setBoolean(2, stuntman.isActive());
    update.setLong(3, Ids.of(SavePlan.actorOf(stuntman)));
    update.setLong(4, Ids.of(stuntman));
  }

  private static void bind(PreparedStatement update, ContactDetails details) throws SQLException {
    update.setString(1, details.getPhoneNumber());
    update.setString(2, details.getAddress());
    update.setLong(3, Ids.of(SavePlan.actorOf(details)));
    update.setLong(4, Ids.of(details));
  }
}
