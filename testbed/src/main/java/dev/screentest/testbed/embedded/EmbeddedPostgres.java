package dev.screentest.testbed.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A running PostgreSQL of our own, in a folder of its own, on a free port of the loopback address.
 *
 * <p>It ends with {@link #close()} or with this JVM, however that ends, and leaves nothing behind
 * but the unpacked binaries. Several can run at once.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  /** Between our choice of a free port and the server's use of it somebody else may take it. */
  private static final int ATTEMPTS = 5;

  /** What lines that name a cause have in them; the first of these tells most. */
  private static final List<String> TELLING =
      List.of("FATAL", "error:", "invalid value", "could not");

  private static final Pattern LOG_PREFIX = Pattern.compile("^.* \\[\\d+] (LOG|FATAL): +");

  private final Supervisor supervisor;
  private final int port;
  private final String password;
  private boolean closed;
  private boolean halted;

  private EmbeddedPostgres(Supervisor supervisor, int port, String password) {
    this.supervisor = supervisor;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param settings what to write into {@code postgresql.conf}
   * @throws EmbeddedPostgresException when it cannot run on this machine
   */
  public static EmbeddedPostgres start(Map<String, String> settings) {
    Platform platform = Platform.current();
    return start(settings, platform, Privileges.lowered());
  }

  static EmbeddedPostgres start(
      Map<String, String> settings, Platform platform, Privileges privileges) {
    try {
      for (int attempt = 1; ; attempt++) {
        Supervisor supervisor = Supervisor.launch(privileges);
        boolean started = false;
        try {
          Path binaries = unpackBinaries(platform, privileges, supervisor);
          int port = freePort();
          String password = randomPassword();
          Files.writeString(
              supervisor.folder().resolve("settings.conf"), configuration(settings, port));
          Files.writeString(supervisor.folder().resolve("password"), password);
          started = supervisor.startServer(binaries);
          if (started) {
            return new EmbeddedPostgres(supervisor, port, password);
          }
          List<String> log = supervisor.log();
          if (attempt == ATTEMPTS
              || log.stream().noneMatch(line -> line.contains("could not bind"))) {
            throw failure("did not start", log);
          }
        } finally {
          if (!started) {
            supervisor.close();
          }
        }
      }
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          "The embedded PostgreSQL could not be started: " + e.getMessage() + ".",
          "Check that " + System.getProperty("java.io.tmpdir") + " is writable and has room.",
          e);
    }
  }

  private static Path unpackBinaries(
      Platform platform, Privileges privileges, Supervisor supervisor) throws IOException {
    return PostgresBinaries.unpackOnce(
        platform,
        CacheFolder.candidates(supervisor.folder(), privileges.account().isPresent()),
        supervisor::removeInTheEnd);
  }

  private static String configuration(Map<String, String> settings, int port) {
    StringJoiner lines = new StringJoiner("\n", "\n", "\n");
    settings.forEach((name, value) -> lines.add(name + " = '" + value.replace("'", "''") + "'"));
    // A password stands before the server, and only this machine can reach it.
    lines.add("listen_addresses = '" + HOST + "'");
    lines.add("unix_socket_directories = ''");
    lines.add("port = " + port);
    return lines.toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String randomPassword() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static EmbeddedPostgresException failure(String what, List<String> log) {
    String telling =
        log.stream()
            .filter(line -> TELLING.stream().anyMatch(line::contains))
            .findFirst()
            .orElseGet(() -> log.isEmpty() ? "it said nothing" : log.get(log.size() - 1));
    return new EmbeddedPostgresException(
        "The embedded PostgreSQL "
            + what
            + ": "
            + LOG_PREFIX.matcher(telling).replaceFirst("").strip()
            + ".",
        "Make room in "
            + System.getProperty("java.io.tmpdir")
            + " and memory, or name a server:"
            + " --database jdbc:postgresql://…");
  }

  /** The JDBC URL of its database, without credentials. */
  public String url() {
    return "jdbc:postgresql://" + HOST + ":" + port + "/postgres";
  }

  /** The name of its superuser. */
  public String user() {
    return "screentest";
  }

  /** The superuser's password, drawn at random at each start. */
  public String password() {
    return password;
  }

  /**
   * Stops the server as an administrator does: its sessions end, what they have committed stays.
   * Nobody listens at its address until {@link #resume()}. Harmless on one that is halted.
   *
   * @throws EmbeddedPostgresException when it does not stop
   */
  public synchronized void halt() {
    requireOpen();
    if (!halted) {
      order("did not stop", Supervisor::haltServer);
      halted = true;
    }
  }

  /**
   * Starts the server that was halted, at the same address and with the same data. Harmless on one
   * that runs.
   *
   * @throws EmbeddedPostgresException when it does not start, as when somebody took its port
   */
  public synchronized void resume() {
    requireOpen();
    if (halted) {
      order("did not start again", Supervisor::resumeServer);
      halted = false;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("This server was closed, and its data are gone.");
    }
  }

  /** Something that a supervisor does, and whether it has. */
  @FunctionalInterface
  private interface Order {
    boolean isObeyedBy(Supervisor supervisor) throws IOException;
  }

  private void order(String failure, Order order) {
    try {
      if (!order.isObeyedBy(supervisor)) {
        throw failure(failure, supervisor.log());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL " + failure, e);
    }
  }

  Path folder() {
    return supervisor.folder();
  }

  ProcessHandle supervisor() {
    return supervisor.handle();
  }

  /** Stops the server and deletes its data. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      supervisor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
