package dev.screentest.testbed.meter;

import java.util.Locale;

/** The leading words of a statement, in capitals, past white space, comments and semicolons. */
final class SqlWords {
  private final String sql;
  private int position;

  SqlWords(String sql) {
    this.sql = sql;
  }

  /** The next word; empty when something else than a letter comes next. */
  String next() {
    skipBlanks();
    int start = position;
    while (position < sql.length() && isLetter(sql.charAt(position))) {
      position++;
    }
    return sql.substring(start, position).toUpperCase(Locale.ROOT);
  }

  boolean atEnd() {
    skipBlanks();
    return position == sql.length();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private void skipBlanks() {
    while (position < sql.length()) {
      if (Character.isWhitespace(sql.charAt(position)) || sql.charAt(position) == ';') {
        position++;
      } else if (sql.startsWith("--", position)) {
        int newline = sql.indexOf('\n', position);
        position = newline < 0 ? sql.length() : newline + 1;
      } else if (sql.startsWith("/*", position)) {
        skipComment();
      } else {
        return;
      }
    }
  }

  /** Comments nest in PostgreSQL. */
  private void skipComment() {
    int depth = 0;
    do {
      if (sql.startsWith("/*", position)) {
        depth++;
        position += 2;
      } else if (sql.startsWith("*/", position)) {
        depth--;
        position += 2;
      } else {
        position++;
      }
    } while (depth > 0 && position < sql.length());
  }
}
