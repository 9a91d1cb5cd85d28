package dev.screentest.benchmarks.contestant;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Jars that take the place of what the class path has under the same packages: another build of an
 * implementation, or another version of a framework, of the driver or of the pool.
 *
 * @param name what a contestant's label has behind its {@code @}
 * @param jars in the order in which classes are looked for; none in {@link #HOST}
 */
public record Build(String name, List<Path> jars) {

  /** What is on the class path of this JVM. */
  public static final Build HOST = new Build("", List.of());

  /** The system property by which a fork finds out about its own. */
  private static final String PROPERTY = "screentest.build";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private static final int HASH_BYTES = 8;

  public Build {
    jars = List.copyOf(jars);
  }

  /**
   * Reads {@code NAME=PATH[:PATH…]}, with the separator of a class path.
   *
   * @throws UnusableBuildException if that is no name, or if there is no jar
   */
  public static Build parse(String text) {
    int end = text.indexOf('=');
    if (end < 0) {
      throw new UnusableBuildException(
          "'"
              + text
              + "' is no build; write NAME=FOLDER or NAME=JAR, several jars with '"
              + File.pathSeparator
              + "'.");
    }
    return of(text.substring(0, end), text.substring(end + 1));
  }

  /**
   * Names the build in jars, and in folders of jars.
   *
   * @throws UnusableBuildException if that is no name, or if there is no jar
   */
  public static Build of(String name, String paths) {
    if (!NAME.matcher(name).matches()) {
      throw new UnusableBuildException(
          "'" + name + "' is no name of a build: letters, digits, '.', '_' and '-' may be in it.");
    }
    return new Build(
        name,
        Stream.of(paths.split(Pattern.quote(File.pathSeparator), -1))
            .map(path -> Path.of(path).toAbsolutePath().normalize())
            .flatMap(path -> jars(name, path).stream())
            .toList());
  }

  private static List<Path> jars(String name, Path path) {
    if (Files.isRegularFile(path)) {
      requireJar(name, path);
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw new UnusableBuildException(
          "Build " + name + ": there is no file or folder " + path + ".");
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      if (jars.isEmpty()) {
        throw new UnusableBuildException("Build " + name + ": there is no jar in " + path + ".");
      }
      jars.forEach(jar -> requireJar(name, jar));
      return jars;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireJar(String name, Path file) {
    try {
      new ZipFile(file.toFile()).close();
    } catch (IOException e) {
      throw new UnusableBuildException(
          "Build " + name + ": " + file + " is no jar (" + e.getMessage() + ").", e);
    }
  }

  /** Returns the build that this JVM, a fork, was told of; empty if it was told of none. */
  static Optional<Build> ofThisFork() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(text -> text.equals("=") ? HOST : parse(text));
  }

  /** Returns the argument that tells a fork of this build. */
  public String argument() {
    return argumentPrefix()
        + name
        + "="
        + String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
  }

  /** Returns what an argument begins with that tells a fork of its build. */
  public static String argumentPrefix() {
    return "-D" + PROPERTY + "=";
  }

  /** Says which jars these are, whatever becomes of the files: their names and a hash. */
  public String identity() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path jar : jars) {
        digest.update(Files.readAllBytes(jar));
      }
      return String.join(", ", jars.stream().map(jar -> jar.getFileName().toString()).toList())
          + ", SHA-256 "
          + HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), HASH_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
