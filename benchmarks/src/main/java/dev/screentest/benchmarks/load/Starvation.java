package dev.screentest.benchmarks.load;

import java.util.List;

/**
 * A deadlock of a pool by starvation: every connection is held by a thread that waits for another
 * one. Nobody can give one back, so nothing moves until somebody's patience ends.
 */
final class Starvation {

  private static final int LOOKS = 2;

  private Starvation() {}

  /** Looks for it, twice: what was seen once may be a mixture of two moments. */
  static boolean isThere(List<Recorder> recorders, int connections) {
    for (int look = 0; look < LOOKS; look++) {
      if (!isSeen(recorders, connections)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSeen(List<Recorder> recorders, int connections) {
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
