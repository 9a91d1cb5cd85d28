package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.journal.JournalReader;
import dev.screentest.benchmarks.journal.UnreadableJournalException;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunEnd;
import dev.screentest.benchmarks.result.RunHeader;
import dev.screentest.benchmarks.run.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Going on with what was broken off. What a command was told then is read from the journal; where
 * and with what it began must be the same.
 */
final class ResumeOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--resume",
      paramLabel = "FOLDER",
      description = {
        "Go on with what was broken off, from its folder: what it was told then holds, but for",
        "--database, --profile, --json and --verbose, which are to be told again. A round that was",
        "broken off begins anew."
      })
  private @Nullable Path folder;

  /**
   * Returns what is there already; empty for something new.
   *
   * @throws ParameterException if that cannot be read, or belongs to another command
   */
  Optional<RunData> before() throws IOException {
    if (folder == null) {
      return Optional.empty();
    }
    RunData before = journal(folder);
    String name = name(before.header());
    if (!name.equals(spec.name())) {
      throw new ParameterException(
          spec.commandLine(),
          "--resume: %s was begun by %s; go on with ./screentest %s --resume %s."
              .formatted(folder, name, name, folder));
    }
    return Optional.of(before);
  }

  private RunData journal(Path of) throws IOException {
    try {
      return JournalReader.read(of);
    } catch (UnreadableJournalException e) {
      throw new ParameterException(spec.commandLine(), "--resume: " + e.getMessage() + ".", e);
    }
  }

  /** Journals of the command run have its arguments alone. */
  private static String name(RunHeader header) {
    return isNamed(header.command()) ? header.command().get(0) : "run";
  }

  private static boolean isNamed(List<String> command) {
    return !command.isEmpty() && !command.get(0).startsWith("-");
  }

  /** Returns the command as it was told when it began; its complaints are this one's. */
  <C> C told(RunData before, Class<C> command) {
    List<String> arguments = before.header().command();
    CommandLine root =
        Screentest.commandLine(System.getenv())
            .setOut(spec.commandLine().getOut())
            .setErr(spec.commandLine().getErr());
    return parsed(
        root,
        spec.name(),
        isNamed(arguments) ? arguments.subList(1, arguments.size()) : arguments,
        command);
  }

  /** Returns a command with its options. */
  static <C> C parsed(CommandLine root, String name, List<String> arguments, Class<C> command) {
    List<String> all = new ArrayList<>(arguments);
    all.add(0, name);
    return command.cast(
        root.parseArgs(all.toArray(String[]::new)).subcommand().commandSpec().userObject());
  }

  /** Returns the command line that goes on with what is in a folder. */
  String toResume(ResultFolder of) {
    return "./screentest " + spec.name() + " --resume " + of;
  }

  /** Returns whether nothing is left to be measured. */
  static boolean isOver(RunData before) {
    return before.entries(RunEnd.class).findAny().isPresent();
  }

  /**
   * Returns the folder to go on in.
   *
   * @throws ParameterException if what is about to be measured cannot be compared with what is
   *     there already
   */
  ResultFolder folder(RunData before, RunHeader now) throws IOException {
    requireSame(before.header(), now);
    return folder();
  }

  /** Returns the folder of what was begun. */
  ResultFolder folder() throws IOException {
    if (folder == null) {
      throw new IllegalStateException("nothing is resumed");
    }
    return ResultFolder.create(folder);
  }

  private void requireSame(RunHeader then, RunHeader now) {
    if (!then.plan().contestants().equals(now.plan().contestants())
        || !then.environment().libraries().equals(now.environment().libraries())
        || !then.environment().revision().equals(now.environment().revision())) {
      throw refusal(
          "with another build (%s then, %s now)"
              .formatted(then.environment().revision(), now.environment().revision()));
    }
    if (!then.fingerprint().equals(now.fingerprint())
        || !then.plan().workloads().equals(now.plan().workloads())) {
      throw refusal(
          "on another machine, JVM or server (%s then, %s now)"
              .formatted(then.fingerprint(), now.fingerprint()));
    }
  }

  private ParameterException refusal(String what) {
    return new ParameterException(
        spec.commandLine(),
        "--resume: the run in %s began %s; rounds of both cannot be compared. Begin a new run."
            .formatted(folder, what));
  }
}
