package dev.screentest.testbed.meter;

/**
 * How often a server ran statements that differ in nothing but constants.
 *
 * @param sql the text of one of them, with {@code $1} for constants and parameters
 * @param calls how often it ended well
 * @param rows rows that these returned or wrote
 */
public record ServerStatement(String sql, long calls, long rows) {

  StatementKind kind() {
    return StatementKind.of(sql);
  }
}
