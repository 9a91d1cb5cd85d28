package dev.screentest.benchmarks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is behind standard output and standard error. */
public final class Terminal {

  private static final int OUTPUT = 1;
  private static final int ERROR = 2;

  private static final Pattern SIZE = Pattern.compile("(\\d+) (\\d+)\\s*");

  private Terminal() {}

  /** How much a terminal shows at once. */
  public record Size(int rows, int columns) {}

  /** Returns the size of the terminal that this process belongs to, if there is one. */
  public static Optional<Size> size() {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", "stty size </dev/tty")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = SIZE.matcher(said);
      return matcher.matches()
          ? Optional.of(
              new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

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
