package dev.screentest.contract;

import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DurabilityProfile;
import org.jspecify.annotations.Nullable;

/**
 * A second server for all tests of a JVM, on which nothing runs but the drill that stops it: always
 * an embedded one, started when first asked for and closed when the JVM ends.
 */
final class StoppableServer {
  private static @Nullable Database database;

  private StoppableServer() {}

  static synchronized Database get() {
    if (database == null) {
      database = Database.start(new DatabaseSpec.Embedded(), DurabilityProfile.MEMORY);
    }
    return database;
  }
}
