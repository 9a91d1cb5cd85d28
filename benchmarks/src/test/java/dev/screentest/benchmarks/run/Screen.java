package dev.screentest.benchmarks.run;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A terminal that is never too small, and knows no more of ECMA-48 than cursor up and erase below.
 */
final class Screen extends Writer {

  private static final Pattern TOKEN =
      Pattern.compile("\u001b\\[(\\d*)([A-Z])|[\r\n]|[^\r\n\u001b]+");

  private final StringBuilder written = new StringBuilder();

  @Override
  public void write(char[] text, int offset, int length) {
    written.append(text, offset, length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  /** Returns what somebody sees. */
  List<String> lines() {
    List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    int row = 0;
    int column = 0;
    Matcher token = TOKEN.matcher(written);
    while (token.find()) {
      String text = token.group();
      if (text.equals("\n")) {
        row++;
        column = 0;
        if (row == lines.size()) {
          lines.add(new StringBuilder());
        }
      } else if (text.equals("\r")) {
        column = 0;
      } else if ("A".equals(token.group(2))) {
        row -= Integer.parseInt(token.group(1));
      } else if ("J".equals(token.group(2))) {
        lines.get(row).setLength(column);
        lines.subList(row + 1, lines.size()).clear();
      } else {
        lines
            .get(row)
            .replace(column, Math.min(column + text.length(), lines.get(row).length()), text);
        column += text.length();
      }
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }
}
