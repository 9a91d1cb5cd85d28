package dev.screentest.testbed.meter;

import java.util.List;

/**
 * A statement as it was sent, with what was bound to it and who sent it.
 *
 * @param sql its text, with {@code $1} where the driver binds parameters
 * @param isWork whether it does the caller's work, rather than begin, end, take ids or validate
 * @param parameters what was bound, in order
 * @param callers the methods that led to it, innermost first
 */
public record SentStatement(
    String sql, boolean isWork, List<BoundParameter> parameters, List<Caller> callers) {

  public SentStatement {
    parameters = List.copyOf(parameters);
    callers = List.copyOf(callers);
  }
}
