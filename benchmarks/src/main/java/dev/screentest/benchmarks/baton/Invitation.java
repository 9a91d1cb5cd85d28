package dev.screentest.benchmarks.baton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * What a fork needs to come to its seat: a port, and a secret by which the host knows who comes. It
 * travels in a file that only its owner can read, since everybody on a machine can read the
 * arguments of a process, and JMH writes them into its results.
 */
public record Invitation(int port, String token) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 16;

  /** Draws a secret. */
  public static Invitation to(int port) {
    byte[] token = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(token);
    return new Invitation(port, HexFormat.of().formatHex(token));
  }

  /** Writes it to a new file, which nobody else can read from the beginning. */
  Path write() throws IOException {
    Path file = Files.createTempFile("screentest-seat-", "");
    return Files.write(file, List.of(String.valueOf(port), token));
  }

  static Invitation read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() != 2) {
      throw new IOException("There is no invitation in " + file + ": it is not of this program.");
    }
    return new Invitation(Integer.parseInt(lines.get(0)), lines.get(1));
  }

  @Override
  public String toString() {
    return "invitation to port " + port;
  }
}
