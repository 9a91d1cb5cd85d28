package dev.screentest.testbed.meter;

/**
 * One statement as it went over the wire.
 *
 * @param kind what it was for
 * @param sql its text, with {@code $1} where the driver binds parameters
 */
record WireStatement(StatementKind kind, String sql) {
  WireStatement(String sql) {
    this(StatementKind.of(sql), sql);
  }
}
