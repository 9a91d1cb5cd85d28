package dev.screentest.benchmarks.run;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The last lines on a terminal, which are written anew again and again: a table, and a line on what
 * is being done. Everything else is printed above it. By ECMA-48, which every terminal but a dumb
 * one has.
 */
final class LiveArea {

  /** Goes to the start of the line, and clears from there to the end of the screen. */
  private static final String CLEAR = "\r\u001b[J";

  private final PrintWriter target;
  private List<String> table = List.of();
  private String line = "";
  private int shown;

  LiveArea(PrintWriter target) {
    this.target = target;
  }

  /** Prints text above. */
  void print(String text) {
    clear();
    target.println(text);
    show();
  }

  /** Shows another last line; empty for none. */
  void line(String text) {
    line = text;
    rewrite();
  }

  /**
   * Shows another table above the last line; empty for none.
   *
   * @param text no higher than the terminal, less that line, and no wider
   */
  void table(String text) {
    table = text.lines().toList();
    rewrite();
  }

  private void rewrite() {
    clear();
    show();
  }

  private void clear() {
    if (shown > 0) {
      target.print(shown > 1 ? "\u001b[" + (shown - 1) + "A" + CLEAR : CLEAR);
      shown = 0;
    }
  }

  private void show() {
    List<String> lines = new ArrayList<>(table);
    if (!line.isEmpty() || !table.isEmpty()) {
      lines.add(line);
    }
    target.print(String.join("\n", lines));
    target.flush();
    shown = lines.size();
  }
}
