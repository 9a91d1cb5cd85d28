package dev.screentest.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where the results of a run are kept: its journal, and the views that are made of it, each of
 * which is replaced whole or not at all.
 */
public final class ResultFolder {

  private final Path folder;

  private ResultFolder(Path folder) {
    this.folder = folder;
  }

  /** Creates the folder. */
  public static ResultFolder create(Path folder) throws IOException {
    return new ResultFolder(Files.createDirectories(folder));
  }

  /** Returns its path. */
  public Path path() {
    return folder;
  }

  /** Writes a view. */
  public void put(String name, String text) throws IOException {
    Path part = Files.writeString(folder.resolve(name + ".part"), text);
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
