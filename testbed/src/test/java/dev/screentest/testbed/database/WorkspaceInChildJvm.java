package dev.screentest.testbed.database;

/** Creates a workspace in the database of its environment, prints its name, waits to be killed. */
final class WorkspaceInChildJvm {
  private WorkspaceInChildJvm() {}

  public static void main(String[] arguments) throws Exception {
    Database database = Database.start(DatabaseSpec.fromEnvironment(), DurabilityProfile.MEMORY);
    System.out.println(database.createWorkspace("of a child").schema());
    Thread.sleep(Long.MAX_VALUE);
  }
}
