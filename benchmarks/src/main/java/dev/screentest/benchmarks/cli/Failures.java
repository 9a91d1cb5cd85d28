package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.journal.UnreadableJournalException;
import dev.screentest.benchmarks.run.MachineBusyException;
import dev.screentest.testbed.database.DatabaseUnavailableException;
import dev.screentest.testbed.database.InvalidDatabaseSpecException;
import dev.screentest.testbed.database.WorkspaceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into a line of cause, a line of remedy and an exit code. */
final class Failures {

  private Failures() {}

  /** A wrong command line. */
  static int usage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    print(
        command.getErr(),
        messageOf(failure),
        "Remedy: see " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCodes.USAGE;
  }

  /** A command that could not do its work. */
  static int execution(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    int exitCode = ExitCodes.DATABASE_OR_ENVIRONMENT;
    if (failure instanceof CancellationException) {
      // Who broke it off knows, and the signal decides how this JVM ends.
      return exitCode;
    }
    if (failure instanceof DatabaseUnavailableException unavailable) {
      print(err, unavailable.problem(), "Remedy: " + unavailable.remedy());
    } else if (failure instanceof InvalidDatabaseSpecException) {
      print(err, messageOf(failure), "Remedy: correct --database or SCREENTEST_DATABASE");
      exitCode = ExitCodes.USAGE;
    } else if (failure instanceof WorkspaceException) {
      print(
          err,
          messageOf(failure),
          "Remedy: look into the server's log; we need to create, fill and drop schemas of our"
              + " own");
    } else if (failure instanceof SQLException) {
      print(
          err,
          "The database broke off: " + messageOf(failure),
          "Remedy: look into the server's log, then try again");
    } else if (failure instanceof MachineBusyException) {
      print(
          err,
          messageOf(failure),
          "Remedy: wait until it has ended; two at once would measure each other");
    } else if (failure instanceof UnreadableJournalException) {
      print(err, messageOf(failure), "Remedy: name a folder that the run command kept");
      exitCode = ExitCodes.USAGE;
    } else if (failure instanceof RunnerException) {
      print(err, "JMH: " + messageOf(failure), "Remedy: see what it says with --verbose");
    } else if (failure instanceof IOException) {
      print(
          err,
          "A file could not be read or written, or a process not started: " + failure,
          "Remedy: check that the folder is writable and has room, and see --output");
    } else {
      print(
          err,
          "Unexpected: " + failure,
          "Remedy: run again with --verbose and report the stack trace");
    }
    if (CommonOptions.isVerbose(parsed)) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      err.print(Redaction.redact(trace.toString()));
      err.flush();
    }
    return exitCode;
  }

  private static void print(PrintWriter err, String cause, String remedy) {
    err.println(Redaction.redact("Error: " + oneLine(cause)));
    err.println(Redaction.redact(remedy));
    err.flush();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ").strip();
  }

  private static String messageOf(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getName() : message;
  }
}
