package dev.screentest.testbed;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens by itself. */
public final class Conditions {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Conditions() {}

  /** Returns as soon as the condition holds, and fails when it never does. */
  public static void await(String condition, BooleanSupplier holds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("after " + PATIENCE + " still not: " + condition);
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
