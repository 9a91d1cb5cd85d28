package dev.screentest.testbed.meter;

import java.time.Duration;

/**
 * How long connections were waited for and held.
 *
 * @param borrows connections that somebody got
 * @param refusals requests that ended without one
 * @param waited from asking to getting or being refused, all together
 * @param returns connections that were given back
 * @param held from getting to having given back, of those that were, all together
 */
public record ConnectionTimes(
    long borrows, long refusals, Duration waited, long returns, Duration held) {

  /** What happened between an earlier moment and this one. */
  public ConnectionTimes minus(ConnectionTimes earlier) {
    return new ConnectionTimes(
        borrows - earlier.borrows,
        refusals - earlier.refusals,
        waited.minus(earlier.waited),
        returns - earlier.returns,
        held.minus(earlier.held));
  }
}
