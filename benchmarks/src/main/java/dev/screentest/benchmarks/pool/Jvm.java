package dev.screentest.benchmarks.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An installation of Java that forks run on.
 *
 * @param java its launcher
 * @param version as it says itself, such as {@code 25.0.1}
 */
public record Jvm(Path java, String version) {

  private static final Pattern VERSION =
      Pattern.compile("^JAVA_VERSION=\"([^\"]+)\"", Pattern.MULTILINE);

  private static final int OLDEST = 17;

  /** Libraries may use native code from this one on only if they are allowed to. */
  private static final int WARNS_OF_NATIVE_ACCESS = 22;

  /** Warns of what JMH's and Hibernate's libraries still use. */
  private static final int WARNS_OF_UNSAFE = 23;

  /** Virtual threads are there from this one on. */
  public static final int WITH_VIRTUAL_THREADS = 21;

  /** Returns that of this process. */
  public static Jvm ofThisProcess() {
    return new Jvm(
        launcher(Path.of(System.getProperty("java.home"))), System.getProperty("java.version"));
  }

  /**
   * Looks at an installation.
   *
   * @param path its folder, or its launcher
   * @throws IOException with the reason, if there is none that would do
   */
  public static Jvm at(Path path) throws IOException {
    // A launcher is often a link to where the installation is.
    Path real = Files.exists(path) ? path.toRealPath() : path;
    Path home = Files.isDirectory(real) ? real : real.resolve("../..").normalize();
    Path java = launcher(home);
    if (!Files.isExecutable(java)) {
      throw new IOException("there is no bin/java in " + home + ".");
    }
    Path release = home.resolve("release");
    Matcher version = VERSION.matcher(Files.exists(release) ? Files.readString(release) : "");
    if (!version.find()) {
      throw new IOException(release + " does not say which Java this is.");
    }
    Jvm jvm = new Jvm(java, version.group(1));
    if (jvm.feature() < OLDEST) {
      throw new IOException(home + " is Java " + jvm.version + "; it takes 17 or later.");
    }
    return jvm;
  }

  private static Path launcher(Path home) {
    return home.resolve("bin").resolve("java");
  }

  /** Returns the number by which people know it, such as 25. */
  public int feature() {
    return Runtime.Version.parse(version).feature();
  }

  /** Returns what keeps it from warning of what is meant. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (feature() >= WARNS_OF_NATIVE_ACCESS) {
      arguments.add("--enable-native-access=ALL-UNNAMED");
    }
    if (feature() >= WARNS_OF_UNSAFE) {
      arguments.add("--sun-misc-unsafe-memory-access=allow");
    }
    return arguments;
  }
}
