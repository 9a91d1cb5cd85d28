package dev.screentest.testbed.database;

/**
 * One server for all tests of a JVM: the one that {@value DatabaseSpec#VARIABLE} names, in profile
 * {@link DurabilityProfile#MEMORY}, started when first asked for and closed when the JVM ends.
 */
public final class SharedDatabase {
  private SharedDatabase() {}

  private static final class Holder {
    static final Database DATABASE =
        Database.start(DatabaseSpec.fromEnvironment(), DurabilityProfile.MEMORY);
  }

  /** The server; nobody closes it. */
  public static Database get() {
    return Holder.DATABASE;
  }
}
