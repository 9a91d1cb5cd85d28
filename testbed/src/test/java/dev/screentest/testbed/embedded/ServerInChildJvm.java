package dev.screentest.testbed.embedded;

import java.util.Map;

/** Starts an embedded server, prints its folder, and waits to be killed. */
final class ServerInChildJvm {
  private ServerInChildJvm() {}

  public static void main(String[] arguments) throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Map.of("fsync", "off"))) {
      System.out.println(postgres.folder());
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
