package dev.screentest.benchmarks.contestant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildTest {

  @TempDir private Path folder;

  private Path jar(String name) throws Exception {
    Path jar = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry(name));
    }
    return jar;
  }

  @Test
  void aFolderStandsForItsJarsInTheirOrder() throws Exception {
    Path b = jar("b.jar");
    Path a = jar("a.jar");
    Files.writeString(folder.resolve("readme.txt"), "no jar");

    assertThat(Build.parse("old=" + folder)).isEqualTo(new Build("old", List.of(a, b)));
    assertThat(Build.of("old", b + File.pathSeparator + a).jars()).containsExactly(b, a);
  }

  @Test
  void theIdentityFollowsTheContentOfTheJars() throws Exception {
    Path jar = jar("a.jar");
    String before = Build.of("old", jar.toString()).identity();
    assertThat(before).startsWith("a.jar, SHA-256 ");
    assertThat(Build.of("other", jar.toString()).identity()).isEqualTo(before);

    Files.copy(jar("b.jar"), jar, StandardCopyOption.REPLACE_EXISTING);
    assertThat(Build.of("old", jar.toString()).identity()).isNotEqualTo(before);
  }

  @Test
  void whatIsNoJarIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

    assertRefused(text, "text.jar is no jar");
    assertRefused(folder, "text.jar is no jar");
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertRefused(folder.resolve("gone"), "there is no file or folder ");
    assertRefused(folder, "there is no jar in ");
  }

  private static void assertRefused(Path path, String reason) {
    assertThatThrownBy(() -> Build.of("old", path.toString()))
        .isInstanceOf(UnusableBuildException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "old", "=x.jar", "a/b=x.jar", "a@b=x.jar", "a,b=x.jar"})
  void whatHasNoNameIsRefused(String text) {
    assertThatThrownBy(() -> Build.parse(text)).isInstanceOf(UnusableBuildException.class);
  }
}
