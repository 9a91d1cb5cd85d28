package dev.screentest.benchmarks.baton;

import java.util.List;

/**
 * What a fork says when it waits for the baton.
 *
 * @param thread the number by which the system knows the thread that measures; 0 where it tells
 *     none
 * @param backends the server's processes for its connections; none where they run elsewhere
 */
public record Readiness(long thread, List<Long> backends) {

  public Readiness {
    backends = List.copyOf(backends);
  }
}
