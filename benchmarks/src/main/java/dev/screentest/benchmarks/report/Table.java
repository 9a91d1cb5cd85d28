package dev.screentest.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A table of text, as wide as its cells. */
public final class Table {

  private final List<List<String>> rows = new ArrayList<>();
  private final int leftColumns;
  private final int rightColumns;

  /**
   * Creates a table.
   *
   * @param leftColumns how many columns are aligned on the left; the others hold numbers
   */
  public Table(int leftColumns, List<String> heading) {
    this(leftColumns, heading.size(), heading);
  }

  /**
   * Creates a table with texts at its end.
   *
   * @param leftColumns how many columns are aligned on the left
   * @param rightColumns how many columns after them hold numbers; the others are on the left again
   */
  public Table(int leftColumns, int rightColumns, List<String> heading) {
    this.leftColumns = leftColumns;
    this.rightColumns = rightColumns;
    rows.add(heading);
  }

  /** Adds a row; columns that it lacks stay empty. */
  public void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** Returns the lines. */
  public String render() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String gap = column == 0 ? "" : "  ";
        String padding = " ".repeat(width(column) - length(row.get(column)));
        line.append(gap)
            .append(isOfNumbers(column) ? padding : "")
            .append(row.get(column))
            .append(isOfNumbers(column) ? "" : padding);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private boolean isOfNumbers(int column) {
    return column >= leftColumns && column < leftColumns + rightColumns;
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> length(row.get(column)))
        .max()
        .orElse(0);
  }

  private static int length(String cell) {
    return Palette.width(cell);
  }
}
