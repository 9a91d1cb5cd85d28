package dev.screentest.testbed.database;

/**
 * Creates a workspace in the database of its environment, prints its name, and waits to be killed;
 * with an argument it is busy until then.
 */
final class WorkspaceInChildJvm {
  private WorkspaceInChildJvm() {}

  public static void main(String[] arguments) throws Exception {
    Database database = Database.start(DatabaseSpec.fromEnvironment(), DurabilityProfile.MEMORY);
    Workspace workspace = database.createWorkspace("of a child");
    System.out.println(workspace.schema());
    while (arguments.length > 0) {
      workspace.truncate();
    }
    Thread.sleep(Long.MAX_VALUE);
  }
}
