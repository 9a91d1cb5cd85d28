package dev.screentest.testbed.embedded;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The process that makes a folder for a server, runs the server in it, outlives us, and cleans up
 * after us whatever happens.
 *
 * <p>What ends it is the end of its standard input, which the operating system closes when this JVM
 * is gone; {@code supervise.sh} says the rest.
 */
final class Supervisor implements AutoCloseable {
  /** Longer than what the script allows itself: 30 s until it kills the server. */
  private static final long STOP_TIMEOUT_SECONDS = 60;

  /**
   * Out of our process group where the system has a way, so that not even a SIGKILL for the whole
   * group ({@code timeout -s KILL}) takes the cleaner along.
   */
  private static final String IN_OWN_SESSION =
      """
      if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
      if command -v perl >/dev/null 2>&1; then
        exec perl -MPOSIX=setsid -e 'setsid; exec @ARGV' "$@"
      fi
      exec "$@"
      """;

  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter orders;
  private final Path folder;

  private Supervisor(Process process) throws IOException {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    String path = answers.readLine();
    if (path == null) {
      throw new IOException("no folder could be made in " + temporaryFolder());
    }
    this.folder = Path.of(path);
  }

  static Supervisor launch(Privileges privileges) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", IN_OWN_SESSION, "screentest"));
    command.addAll(List.of("sh", "-c", script(), "screentest-supervisor"));
    command.add(temporaryFolder().toString());
    command.add(privileges.account().orElse("-"));
    command.addAll(privileges.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // Nothing of the user's PostgreSQL settings (PGDATA, PGPORT, PGOPTIONS …) may reach ours.
    String path = System.getenv("PATH");
    builder.environment().clear();
    builder.environment().put("PATH", path == null ? "/usr/bin:/bin:/usr/sbin:/sbin" : path);
    builder.environment().put("LC_ALL", "C");
    return new Supervisor(builder.start());
  }

  private static Path temporaryFolder() {
    return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
  }

  private static String script() throws IOException {
    try (InputStream in = Supervisor.class.getResourceAsStream("supervise.sh")) {
      if (in == null) {
        throw new IOException("supervise.sh is missing from the jar of the test bed");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The folder of this server, which nobody else can look into. */
  Path folder() {
    return folder;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Announces a path that we are about to make and that must not outlive us. */
  void removeInTheEnd(Path scratch) throws IOException {
    order("scratch " + scratch);
  }

  /**
   * Starts the server from what lies in the folder.
   *
   * @return whether it answers; when not, the log says why
   */
  boolean startServer(Path binaries) throws IOException {
    return obeys("start " + binaries, "ready");
  }

  /**
   * Stops the server, which keeps its data.
   *
   * @return whether it has stopped; when not, the log says why
   */
  boolean haltServer() throws IOException {
    return obeys("halt", "halted");
  }

  /**
   * Starts the server that was halted.
   *
   * @return whether it answers; when not, the log says why
   */
  boolean resumeServer() throws IOException {
    return obeys("resume", "ready");
  }

  private boolean obeys(String line, String success) throws IOException {
    order(line);
    @Nullable String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the server's supervisor was killed");
    }
    return answer.equals(success);
  }

  private void order(String line) throws IOException {
    orders.write(line + "\n");
    orders.flush();
  }

  /** What the server said so far, and then what the tools that started it said. */
  List<String> log() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : List.of("server.log", "start.log")) {
      Path log = folder.resolve(name);
      if (Files.exists(log)) {
        lines.addAll(Files.readAllLines(log, StandardCharsets.UTF_8));
      }
    }
    return lines;
  }

  /** Stops the server and removes its folder. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("The embedded server did not stop, supervisor " + process.pid());
      }
    } catch (InterruptedException e) {
      // The supervisor finishes by itself: nothing is lost but the certainty that it has.
      Thread.currentThread().interrupt();
      return;
    }
    if (Files.exists(folder)) {
      cleanUpInItsPlace();
    }
  }

  /** Somebody killed the supervisor, and the server goes on without it. */
  private void cleanUpInItsPlace() throws IOException {
    Path pidFile = folder.resolve("data").resolve("postmaster.pid");
    if (Files.exists(pidFile)) {
      long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    FileTree.delete(folder);
  }
}
