package dev.screentest.testbed.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How to run PostgreSQL, which refuses to be root, as somebody else when we are root.
 *
 * @param command what to put before a command; empty when we are not root
 * @param account who must own the server's files, when that is not us any more
 */
record Privileges(List<String> command, Optional<String> account) {

  private static final String UNPRIVILEGED_ACCOUNT = "nobody";

  /** Finds a way that works here, by trying. */
  static Privileges lowered() {
    List<Privileges> ways = new ArrayList<>();
    ways.add(unchanged());
    ways.add(userNamespace());
    ways.addAll(otherAccounts());
    for (Privileges way : ways) {
      if (way.isNotRoot()) {
        return way;
      }
    }
    throw new EmbeddedPostgresException(
        "PostgreSQL refuses to run as root, and no way was found to run it as somebody else.",
        "Run as another user, or install one of unshare, setpriv, runuser or sudo.");
  }

  private static Privileges unchanged() {
    return new Privileges(List.of(), Optional.empty());
  }

  /**
   * An anonymous user namespace: the server takes itself for nobody and still owns our files, so
   * that every folder of ours will do. Containers often forbid it.
   */
  static Privileges userNamespace() {
    return new Privileges(List.of("unshare", "--user"), Optional.empty());
  }

  /** The account that every system keeps for such a purpose. */
  static List<Privileges> otherAccounts() {
    Optional<String> account = Optional.of(UNPRIVILEGED_ACCOUNT);
    List<Privileges> ways = new ArrayList<>();
    Optional<String> uid = outputOf("id", "-u", UNPRIVILEGED_ACCOUNT);
    Optional<String> gid = outputOf("id", "-g", UNPRIVILEGED_ACCOUNT);
    if (uid.isPresent() && gid.isPresent()) {
      ways.add(
          new Privileges(
              List.of(
                  "setpriv",
                  "--reuid=" + uid.get(),
                  "--regid=" + gid.get(),
                  "--clear-groups",
                  "--"),
              account));
    }
    ways.add(new Privileges(List.of("runuser", "-u", UNPRIVILEGED_ACCOUNT, "--"), account));
    ways.add(new Privileges(List.of("sudo", "-n", "-u", UNPRIVILEGED_ACCOUNT, "--"), account));
    return ways;
  }

  boolean isNotRoot() {
    List<String> id = new ArrayList<>(command);
    id.addAll(List.of("id", "-u"));
    return outputOf(id.toArray(String[]::new)).filter(uid -> !uid.equals("0")).isPresent();
  }

  /** The first line that a command prints; empty when there is no such command or it fails. */
  private static Optional<String> outputOf(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
          ? output.lines().findFirst()
          : Optional.empty();
    } catch (IOException e) {
      // No such command here: that is an answer to the question, not a failure.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
