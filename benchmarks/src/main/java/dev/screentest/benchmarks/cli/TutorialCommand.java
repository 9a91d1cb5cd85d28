package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.contestant.UnknownContestantException;
import dev.screentest.benchmarks.tutorial.Tutorial;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.Workspace;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the tutorial through an implementation. */
@Command(
    name = "tutorial",
    header = "Stores the SQLAlchemy tutorial's movies and prints what its queries find.",
    footerHeading = "%nExample:%n",
    footer = "  ./screentest tutorial --implementation hibernate")
final class TutorialCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Spec private CommandSpec spec;

  @Option(
      names = "--implementation",
      paramLabel = "NAME[/VARIANT]",
      defaultValue = Contestant.BASELINE,
      description = "The implementation to play it with (default: ${DEFAULT-VALUE}).")
  private String implementation = Contestant.BASELINE;

  @Override
  public Integer call() {
    common.setLogLevels();
    Contestants contestants = Contestants.onClassPath();
    Contestant contestant = resolve(contestants);
    try (Database database = databases.start();
        Workspace workspace = database.createWorkspace("tutorial");
        PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(1));
        MovieStore store = contestants.open(contestant, pool.dataSource())) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(Tutorial.play(store));
      out.flush();
    }
    return ExitCodes.FINE;
  }

  private Contestant resolve(Contestants contestants) {
    try {
      return contestants.resolve(implementation);
    } catch (UnknownContestantException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
