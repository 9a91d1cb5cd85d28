package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.run.ChildJvm;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DurabilityProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** JMH's own command line, on a server that all forks share. */
@Command(
    name = "jmh",
    header = "Passes its arguments on to JMH: everything that JMH's own command line can do.",
    description = {
      "",
      "The database is that of the variable "
          + DatabaseSpec.VARIABLE
          + ", or an embedded one that all forks share. \"java -jar"
          + " benchmarks/target/benchmarks.jar\" takes the same arguments, but without the variable"
          + " each fork starts a server of its own.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest jmh -h",
      "  ./screentest jmh -l",
      "  ./screentest jmh FindMovie -p implementation=jdbc,hibernate -f 1 -prof gc"
    })
final class JmhCommand implements Callable<Integer> {

  /** What JMH answers without running anything. */
  private static final Set<String> NEEDS_NO_DATABASE = Set.of("-h", "-l", "-lp", "-lprof", "-lrf");

  @Option(names = "--help", usageHelp = true, description = "Show this help; -h is JMH's.")
  @SuppressWarnings("UnusedVariable") // picocli asks the option, not the field
  private boolean help;

  @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "What JMH takes.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException, RunnerException {
    if (arguments.stream().anyMatch(NEEDS_NO_DATABASE::contains)) {
      Main.main(arguments.toArray(String[]::new));
      return ExitCodes.FINE;
    }
    try (Database database =
        Database.start(DatabaseSpec.fromEnvironment(), DurabilityProfile.MEMORY)) {
      return ChildJvm.run(database, Main.class.getName(), failingOnError());
    }
  }

  /** JMH by itself drops a benchmark that throws from its results, and ends well. */
  private List<String> failingOnError() {
    if (arguments.contains("-foe")) {
      return arguments;
    }
    List<String> failing = new ArrayList<>(arguments);
    failing.addAll(List.of("-foe", "true"));
    return failing;
  }
}
