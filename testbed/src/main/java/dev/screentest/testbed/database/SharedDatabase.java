package dev.screentest.testbed.database;

import org.jspecify.annotations.Nullable;

/**
 * One server for all tests of a JVM: the one that {@value DatabaseSpec#VARIABLE} names, in profile
 * {@link DurabilityProfile#MEMORY}, started when first asked for and closed when the JVM ends.
 */
public final class SharedDatabase {
  private static @Nullable Database database;

  private SharedDatabase() {}

  /**
   * The server; nobody closes it.
   *
   * @throws DatabaseUnavailableException each time, when it cannot be had
   */
  public static synchronized Database get() {
    if (database == null) {
      database = Database.start(DatabaseSpec.fromEnvironment(), DurabilityProfile.MEMORY);
    }
    return database;
  }
}
