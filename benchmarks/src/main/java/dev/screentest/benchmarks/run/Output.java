package dev.screentest.benchmarks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a command of the system prints. */
final class Output {

  private Output() {}

  /** Returns it; empty where there is no such command, or it fails. */
  static Optional<String> of(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
