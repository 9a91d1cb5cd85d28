package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.RunReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table with what is to be said of it, for any view.
 *
 * @param title in a few words
 * @param notes below the title, a line each
 * @param leftColumns how many columns hold words
 * @param heading of the columns; empty if there are notes only
 */
record Sheet(
    String title,
    List<String> notes,
    int leftColumns,
    List<String> heading,
    List<List<Field>> rows) {

  Sheet {
    notes = List.copyOf(notes);
    heading = List.copyOf(heading);
    rows = List.copyOf(rows);
  }

  /** Returns the tables that follow those of the workloads, in the order of every view. */
  static List<Sheet> of(RunReport report) {
    List<Sheet> sheets = new ArrayList<>();
    sheets.addAll(SpotCheckWording.sheets(report));
    ClientWording.sheet(report).ifPresent(sheets::add);
    sheets.addAll(WayWording.sheets(report));
    sheets.addAll(new CostWording(report).sheets());
    return sheets;
  }

  /**
   * A field of a table.
   *
   * @param heat from 0 to 1, how much there is of what the table is about; negative for none
   */
  record Field(String text, double heat) {

    static Field of(String text) {
      return new Field(text, -1);
    }

    static List<Field> of(String... texts) {
      return Arrays.stream(texts).map(Field::of).toList();
    }
  }
}
