package dev.screentest.testbed.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The process that starts a server, outlives us, and cleans up after us whatever happens.
 *
 * <p>All that it waits for is the end of its standard input, which the operating system closes when
 * this JVM is gone.
 */
final class Supervisor {
  /** Longer than what the script allows itself: 30 s until it kills the server. */
  private static final long STOP_TIMEOUT_SECONDS = 60;

  /**
   * Out of our process group where the system has a way, so that not even a SIGKILL for the whole
   * group ({@code timeout -s KILL}) takes the cleaner along.
   */
  private static final String IN_OWN_SESSION =
      """
      if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
      if command -v perl >/dev/null 2>&1; then exec perl -MPOSIX=setsid -e 'setsid; exec @ARGV' "$@"; fi
      exec "$@"
      """;

  private final Path folder;
  private final Path binaries;
  private final Privileges privileges;
  private final Process process;

  private Supervisor(Path folder, Path binaries, Privileges privileges, Process process) {
    this.folder = folder;
    this.binaries = binaries;
    this.privileges = privileges;
    this.process = process;
  }

  /**
   * Starts the server whose settings lie in the folder, which from now on belongs to the script.
   */
  static Supervisor start(Path folder, Path binaries, Privileges privileges) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", IN_OWN_SESSION, "screentest"));
    command.addAll(script("start", folder, binaries, privileges));
    return new Supervisor(folder, binaries, privileges, launch(command));
  }

  private static List<String> script(
      String phase, Path folder, Path binaries, Privileges privileges) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                source(),
                "screentest-supervisor",
                phase,
                folder.toString(),
                binaries.toString(),
                privileges.account().orElse("-")));
    command.addAll(privileges.command());
    return command;
  }

  private static String source() throws IOException {
    try (InputStream in = Supervisor.class.getResourceAsStream("supervise.sh")) {
      if (in == null) {
        throw new IOException("supervise.sh is missing from the jar of the test bed");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Process launch(List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // Nothing of the user's PostgreSQL settings (PGDATA, PGPORT, PGOPTIONS …) may reach ours.
    String path = System.getenv("PATH");
    builder.environment().clear();
    builder.environment().put("PATH", path == null ? "/usr/bin:/bin:/usr/sbin:/sbin" : path);
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  /** Waits for the server; false when it could not start, and the logs say why. */
  boolean awaitReady() throws IOException {
    BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
    return "ready".equals(answers.readLine());
  }

  /** What the server and its tools said so far, newest last. */
  List<String> log() {
    List<String> lines = new ArrayList<>();
    for (String name : List.of("start.log", "server.log")) {
      try {
        lines.addAll(Files.readAllLines(folder.resolve(name), StandardCharsets.UTF_8));
      } catch (IOException e) {
        lines.add(name + " cannot be read: " + e);
      }
    }
    return lines;
  }

  /** Stops the server and removes its folder. */
  void stop() throws IOException {
    process.getOutputStream().close();
    awaitEnd(process);
    if (Files.exists(folder)) {
      // Somebody killed the supervisor; its second half can be run by anyone.
      Process second = launch(script("stop", folder, binaries, privileges));
      second.getOutputStream().close();
      awaitEnd(second);
    }
    if (Files.exists(folder)) {
      throw new IOException("The embedded server left its folder behind: " + folder);
    }
  }

  private static void awaitEnd(Process process) throws IOException {
    try {
      if (!process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("The embedded server did not stop, supervisor " + process.pid());
      }
    } catch (InterruptedException e) {
      // The supervisor finishes by itself: nothing is lost but the certainty that it has.
      Thread.currentThread().interrupt();
    }
  }
}
