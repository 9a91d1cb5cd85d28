package dev.screentest.testbed.data;

/** Hears how far the loading of a data set is. */
@FunctionalInterface
public interface LoadProgress {

  /** Nobody listens. */
  LoadProgress SILENT = (table, done, total) -> {};

  /**
   * Is called now and then while a table is loaded, and when it is done.
   *
   * @param table the table's name
   * @param done of how many movies or actors the rows were sent
   * @param total of how many there are rows
   */
  void loaded(String table, long done, long total);
}
