package dev.screentest.benchmarks.baton;

import java.nio.file.Path;

/** Ends a fork that fell silent, or waits for the end of one that hung up. */
@FunctionalInterface
public interface ForkEnder {

  /**
   * Returns when the fork surely measures no more.
   *
   * @param invitation the file that the fork was started with
   * @param pid its process; 0 if it never said
   */
  void end(Path invitation, long pid) throws InterruptedException;
}
