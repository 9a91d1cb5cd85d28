package dev.screentest.benchmarks.load;

import java.util.List;

/**
 * A deadlock of a pool by starvation: every connection is held by a thread that waits for another
 * one. Nobody can give one back, so nothing moves until somebody's patience ends.
 */
final class Starvation {

  private Starvation() {}

  /** Looks for it. What moves while it looks was none. */
  static boolean isThere(List<Recorder> recorders, int connections) {
    int stuck = 0;
    for (Recorder recorder : recorders) {
      int held = recorder.held();
      if (held > 0 && recorder.isWaiting()) {
        stuck += held;
      }
    }
    return connections > 0 && stuck >= connections;
  }
}
