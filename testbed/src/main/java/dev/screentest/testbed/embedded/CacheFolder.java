package dev.screentest.testbed.embedded;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A folder of the current user's own for what outlives a run.
 *
 * <p>What lies in it is executed: a folder that belongs to somebody else, or that others may write
 * to, is refused.
 *
 * @param readableByAll whether the server runs under another account, which must read it
 */
record CacheFolder(Path path, boolean readableByAll) {

  /**
   * Where to look and unpack, best place first.
   *
   * <p>Never a lasting folder among the temporary ones: systems delete old files there one by one,
   * and half a server is worse than none. The last place lasts a run, and always works.
   */
  static List<CacheFolder> candidates(Path runFolder, boolean readableByAll) {
    return candidates(runFolder, readableByAll, System.getenv(), System.getProperty("user.home"));
  }

  static List<CacheFolder> candidates(
      Path runFolder, boolean readableByAll, Map<String, String> environment, String home) {
    List<CacheFolder> candidates = new ArrayList<>();
    if (readableByAll) {
      // The home of root is closed to everybody else.
      addIfAbsolute(candidates, "/var/cache", true);
    } else {
      addIfAbsolute(candidates, environment.getOrDefault("XDG_CACHE_HOME", ""), false);
      addIfAbsolute(candidates, environment.getOrDefault("HOME", "") + "/.cache", false);
      addIfAbsolute(candidates, home + "/.cache", false);
    }
    candidates.add(new CacheFolder(runFolder, readableByAll));
    return candidates;
  }

  private static void addIfAbsolute(
      List<CacheFolder> candidates, String parent, boolean readableByAll) {
    Path path = Path.of(parent);
    if (path.isAbsolute()) {
      candidates.add(new CacheFolder(path.resolve("screentest"), readableByAll));
    }
  }

  Path create() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(path, PosixFilePermissions.asFileAttribute(permissions()));
    }
    Path probe = Files.createTempFile(path, "probe", "");
    try {
      Set<PosixFilePermission> granted = Files.getPosixFilePermissions(path);
      if (!Files.getOwner(path).equals(Files.getOwner(probe))
          || granted.contains(PosixFilePermission.GROUP_WRITE)
          || granted.contains(PosixFilePermission.OTHERS_WRITE)) {
        throw new FileSystemException(path.toString(), null, "others can write there");
      }
    } finally {
      Files.delete(probe);
    }
    return path;
  }

  /** Gives a folder inside this one the permissions of this one. */
  void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, permissions());
  }

  private Set<PosixFilePermission> permissions() {
    return PosixFilePermissions.fromString(readableByAll ? "rwxr-xr-x" : "rwx------");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
