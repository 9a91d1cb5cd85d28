package dev.screentest.benchmarks.run;

import java.io.IOException;
import java.util.Map;

/** What is behind standard error. */
public final class Terminal {

  private Terminal() {}

  /**
   * Returns whether it is a terminal on which a line can be written anew. Java tells only whether
   * input and output are both one.
   */
  public static boolean canRewriteLines(Map<String, String> environment) {
    if (environment.getOrDefault("TERM", "dumb").equals("dumb")
        || !environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    try {
      return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
