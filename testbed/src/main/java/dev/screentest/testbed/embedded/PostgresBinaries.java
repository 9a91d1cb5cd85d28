package dev.screentest.testbed.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The unpacked binaries of PostgreSQL, kept between runs in a folder named after the archive's
 * hash.
 *
 * <p>An archive is unpacked beside its place and moved there whole, so that processes which unpack
 * at the same time, or are killed meanwhile, never show each other half a server.
 */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** Is told what is about to be made and must not outlive this process when it is killed. */
  @FunctionalInterface
  interface ScratchRegister {
    void announce(Path scratch) throws IOException;
  }

  /** The folder with {@code initdb}, {@code pg_ctl} and {@code postgres}. */
  static Path unpackOnce(Platform platform, List<CacheFolder> candidates, ScratchRegister scratch)
      throws IOException {
    URL archive = archive(platform);
    String name = "postgres-" + hash(archive).substring(0, 16);
    List<IOException> refusals = new ArrayList<>();
    for (CacheFolder candidate : candidates) {
      try {
        Path home = candidate.create().resolve(name);
        if (!Files.isDirectory(home)) {
          unpackBeside(home, archive, candidate, scratch);
        }
        return home.resolve("bin");
      } catch (IOException e) {
        refusals.add(e);
      }
    }
    throw new EmbeddedPostgresException(
        "The binaries of PostgreSQL cannot be unpacked: " + refusals + ".",
        "Make room for 150 MB in one of " + candidates + ", or set XDG_CACHE_HOME.");
  }

  private static URL archive(Platform platform) {
    URL archive = PostgresBinaries.class.getResource(platform.resource());
    if (archive == null) {
      throw new EmbeddedPostgresException(
          "The class path holds no PostgreSQL for this machine ("
              + platform.resource().substring(1)
              + ").",
          "Add the artifact io.zonky.test.postgres:" + platform.artifact() + ".");
    }
    return archive;
  }

  private static String hash(URL archive) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(archive.openStream(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static void unpackBeside(
      Path home, URL archive, CacheFolder cache, ScratchRegister scratch) throws IOException {
    Path attempt = cache.path().resolve(home.getFileName() + "." + UUID.randomUUID());
    scratch.announce(attempt);
    try {
      Files.createDirectory(attempt);
      unpack(archive, attempt);
      cache.open(attempt);
      Files.move(attempt, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
      // Another process was faster, and its copy is as good as ours.
    } finally {
      FileTree.delete(attempt);
    }
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (InputStream compressed = new BufferedInputStream(archive.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(compressed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("The archive reaches outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          write(entry, tar, path, target);
        }
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path path, Path target)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(path, target.resolve(entry.getLinkName()).normalize());
    } else {
      Files.copy(content, path);
      if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
        throw new FileSystemException(path.toString(), null, "cannot be made executable");
      }
    }
  }
}
