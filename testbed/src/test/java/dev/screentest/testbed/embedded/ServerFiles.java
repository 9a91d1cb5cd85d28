package dev.screentest.testbed.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of tests that a server of ours reads. */
public final class ServerFiles {
  private ServerFiles() {}

  /** Gives a folder and all in it to the account that the server runs as, where that is not us. */
  public static void give(Path folder) throws IOException {
    Optional<String> account = Privileges.lowered().account();
    if (account.isEmpty()) {
      return;
    }
    UserPrincipal owner =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account.get());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setOwner(file, owner);
      }
    }
  }
}
