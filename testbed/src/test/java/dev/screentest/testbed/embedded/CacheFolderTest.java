package dev.screentest.testbed.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  private static final Path RUN = Path.of("/tmp/run");

  @Test
  void theUsersOwnCacheComesBeforeTheFolderOfTheRun() {
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", "/cache", "HOME", "/home/ann");

    assertThat(CacheFolder.candidates(RUN, false, environment, "/users/ann"))
        .map(CacheFolder::path)
        .containsExactly(
            Path.of("/cache/screentest"),
            Path.of("/home/ann/.cache/screentest"),
            Path.of("/users/ann/.cache/screentest"),
            RUN);
  }

  @Test
  void aServerUnderAnotherAccountIsNotKeptInAHomeThatItCannotEnter() {
    assertThat(CacheFolder.candidates(RUN, true, Map.of("HOME", "/root"), "/root"))
        .map(CacheFolder::path)
        .containsExactly(Path.of("/var/cache/screentest"), RUN);
  }
}
