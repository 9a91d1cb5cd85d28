package dev.screentest.benchmarks.run;

import java.io.IOException;
import java.util.Map;

/** What is behind standard output and standard error. */
public final class Terminal {

  private static final int OUTPUT = 1;
  private static final int ERROR = 2;

  private Terminal() {}

  /** Returns whether somebody looks at standard output. */
  public static boolean isBehindOutput() {
    return isBehind(OUTPUT);
  }

  /** Returns whether standard error is a terminal on which a line can be written anew. */
  public static boolean canRewriteLines(Map<String, String> environment) {
    return !environment.getOrDefault("TERM", "dumb").equals("dumb")
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && isBehind(ERROR);
  }

  /** Java tells only whether input and output are both a terminal, and from 22 on not even that. */
  private static boolean isBehind(int descriptor) {
    try {
      return new ProcessBuilder("test", "-t", String.valueOf(descriptor))
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
