package dev.screentest.benchmarks.run;

import java.nio.file.Path;

/** Another benchmark runs on this machine; two at once would measure each other. */
public final class MachineBusyException extends Exception {

  private static final long serialVersionUID = 1L;

  MachineBusyException(Path lock) {
    super("Another JMH runs on this machine: it holds " + lock + ".");
  }
}
