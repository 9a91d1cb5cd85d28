package dev.screentest.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Executes one statement for each of many objects, several in one round trip. */
final class Batches {

  private Batches() {}

  /**
   * Executes a statement for each object.
   *
   * @param size the most objects in one round trip
   * @param untouched told each object for which the statement changed no row; the driver does not
   *     count the rows of a rewritten batch (SUCCESS_NO_INFO), nor need it: an insert never changes
   *     none
   */
  static <E> void execute(
      PreparedStatement statement,
      List<E> entities,
      RowBinder<E> binder,
      int size,
      Consumer<E> untouched)
      throws SQLException {
    for (int from = 0; from < entities.size(); from += size) {
      List<E> some = entities.subList(from, Math.min(from + size, entities.size()));
      if (some.size() == 1) {
        binder.bind(statement, some.get(0));
        if (statement.executeUpdate() == 0) {
          untouched.accept(some.get(0));
        }
      } else {
        batch(statement, some, binder, untouched);
      }
    }
  }

  private static <E> void batch(
      PreparedStatement statement, List<E> entities, RowBinder<E> binder, Consumer<E> untouched)
      throws SQLException {
    for (E entity : entities) {
      binder.bind(statement, entity);
      statement.addBatch();
    }
    int[] counts = statement.executeBatch();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        untouched.accept(entities.get(i));
      }
    }
  }
}
