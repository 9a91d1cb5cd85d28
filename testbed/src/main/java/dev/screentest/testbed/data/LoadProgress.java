package dev.screentest.testbed.data;

/** Hears how far the loading of a data set is. */
@FunctionalInterface
public interface LoadProgress {

  /** Nobody listens. */
  LoadProgress SILENT = (table, done, total) -> {};

  /**
   * Is called at the beginning with nothing done, now and then while tables are loaded, and when
   * each is done.
   *
   * @param table the name of the table that is being loaded
   * @param done of how many movies and actors the rows were sent, those of all tables together
   * @param total of how many there are rows; none in an empty catalogue
   */
  void loaded(String table, long done, long total);
}
