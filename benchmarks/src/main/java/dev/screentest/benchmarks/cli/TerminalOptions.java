package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.report.Palette;
import dev.screentest.benchmarks.run.Progress;
import dev.screentest.benchmarks.run.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/** What the terminal wants. */
final class TerminalOptions {

  private TerminalOptions() {}

  /** Returns what tells people on standard error how far a command is. */
  static Progress progress(CommandSpec spec) {
    return new Progress(spec.commandLine().getErr(), Terminal.canRewriteLines(System.getenv()));
  }

  /** Shows a table in the middle of a run. */
  static void show(Progress progress, String table) {
    progress.table(table, Palette.width(table), Terminal.size());
  }

  /**
   * Returns the palette of a command's output. Colours are wanted where the help is coloured, and
   * where the output is looked at: a file or a pipe gets none.
   */
  static Palette palette(CommandSpec spec) {
    return spec.commandLine().getColorScheme().ansi().enabled() && Terminal.isBehindOutput()
        ? Palette.ANSI
        : Palette.PLAIN;
  }
}
