package dev.screentest.benchmarks.cli;

import dev.screentest.testbed.database.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes what killed runs left on a server. */
@Command(
    name = "clean",
    header = "Drops schemas of ours that a killed run left on a server.",
    description = {
      "",
      "Only schemas with our mark whose owner is not alive any more. Servers that we start leave"
          + " nothing behind.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer =
        "  PGUSER=me PGPASSWORD=… ./screentest clean --database jdbc:postgresql://db.example/test")
final class CleanCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    common.setLogLevels();
    if (!databases.isExternal()) {
      throw new ParameterException(
          spec.commandLine(),
          "There is nothing to clean on a server that ends with its run; name yours by --database"
              + " jdbc:postgresql://HOST/DATABASE.");
    }
    try (Database database = databases.start()) {
      int dropped = database.dropStaleWorkspaces();
      spec.commandLine()
          .getOut()
          .println(
              "Dropped %d %s left behind at %s."
                  .formatted(
                      dropped, dropped == 1 ? "schema" : "schemas", database.server().address()));
      return ExitCodes.FINE;
    }
  }
}
