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
import java.util.function.ToLongFunction;

/** Writes what a save has to write, grouped by table so that each group is one batch. */
final class PlanWriter {

  private static final String DELETE_STUNTMEN =
      """
      delete from stuntmen
      where id = any(?)\
      """;

  private static final String DELETE_CONTACT_DETAILS =
      """
      delete from contact_details
      where id = any(?)\
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
    delete(DELETE_STUNTMEN, plan.orphanedStuntmen(), Ids::of);
    delete(DELETE_CONTACT_DETAILS, plan.orphanedContactDetails(), Ids::of);
    ids.assign(plan, connection);
    inserter.actors(plan.newActors());
    inserter.movies(plan.newMovies());
    update(UPDATE_ACTOR, plan.changedActors(), PlanWriter::bind);
    update(UPDATE_MOVIE, plan.changedMovies(), PlanWriter::bind);
    update(UPDATE_STUNTMAN, plan.changedStuntmen(), PlanWriter::bind);
    update(UPDATE_CONTACT_DETAILS, plan.changedContactDetails(), PlanWriter::bind);
    inserter.stuntmen(plan.newStuntmen());
    inserter.contactDetails(plan.newContactDetails());
    deleteRoles(plan.lostRoles());
    inserter.roles(plan.newRoles());
  }

  /** Deletes orphans, all by one statement. */
  private <E> void delete(String sql, List<E> orphans, ToLongFunction<E> id) throws SQLException {
    if (orphans.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepare(sql)) {
      statement.setObject(1, Ids.array(orphans, id));
      int deleted = statement.executeUpdate();
      if (deleted < orphans.size()) {
        throw new NotFoundException(
            "save: "
                + (orphans.size() - deleted)
                + " of the rows to be deleted have gone: "
                + orphans);
      }
    }
  }

  private void deleteRoles(List<SavePlan.Role> roles) throws SQLException {
    if (roles.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepare(DELETE_ROLE)) {
      Batches.execute(
          statement,
          roles,
          (row, role) -> {
            row.setLong(1, Ids.of(role.movie()));
            row.setLong(2, Ids.of(role.actor()));
          },
          InsertStrategy.BATCH_SIZE,
          PlanWriter::gone);
    }
  }

  private <E> void update(String sql, List<E> changed, RowBinder<E> binder) throws SQLException {
    if (changed.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepare(sql)) {
      Batches.execute(statement, changed, binder, InsertStrategy.BATCH_SIZE, PlanWriter::gone);
    }
  }

  private static void gone(Object entity) {
    throw new NotFoundException("save: the row of " + entity + " has gone");
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
