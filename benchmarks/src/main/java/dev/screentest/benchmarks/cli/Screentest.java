package dev.screentest.benchmarks.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of Screentest. */
@Command(
    name = "./screentest",
    header = "Compares Java persistence frameworks on PostgreSQL.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      GateCommand.class,
      PoolCommand.class,
      DoctorCommand.class,
      VerifyCommand.class,
      FaultsCommand.class,
      ListCommand.class,
      ShowCommand.class,
      TutorialCommand.class,
      CleanCommand.class
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      "0:fine",
      "1:a check failed",
      "2:wrong usage",
      "3:inconclusive",
      "4:no database, or something of the environment is missing"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest run",
      "  ./screentest run --implementations jdbc,hibernate --workloads find-movie",
      "  ./screentest verify",
      "  ./screentest COMMAND --help"
    })
public final class Screentest implements Callable<Integer> {

  @SuppressWarnings("UnusedVariable") // picocli asks the options, not the field
  @Mixin
  private CommonOptions common;

  @Spec private CommandSpec spec;

  private Screentest() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    CommandLine command = commandLine(System.getenv());
    if (Charset.forName(System.getProperty("native.encoding", "UTF-8"))
        .equals(StandardCharsets.US_ASCII)) {
      // The POSIX locale, in which a JVM writes a question mark for µ.
      command.setOut(inUtf8(FileDescriptor.out)).setErr(inUtf8(FileDescriptor.err));
    }
    System.exit(command.execute(args));
  }

  private static PrintWriter inUtf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Returns the command line; for tests, which read what it writes. */
  static CommandLine commandLine(Map<String, String> environment) {
    CommandLine command =
        new CommandLine(new Screentest())
            .addSubcommand(
                new CommandLine(new JmhCommand()).setUnmatchedOptionsArePositionalParams(true))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Failures::usage)
            .setExecutionExceptionHandler(Failures::execution);
    if (!allowsColor(environment)) {
      command.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    }
    return command;
  }

  /** See no-color.org; a dumb terminal shows the codes instead. */
  private static boolean allowsColor(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "A command is missing. Valid are: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
