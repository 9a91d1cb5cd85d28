package dev.screentest.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmTest {

  @TempDir private Path folder;

  private Path installation(String release) throws IOException {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("release"), release);
    return folder;
  }

  @Test
  void theOneThatRunsThisIsFoundByItsFolder() throws IOException {
    Jvm here = Jvm.ofThisProcess();
    assertThat(here.feature()).isEqualTo(Runtime.version().feature());
    assertThat(Jvm.at(Path.of(System.getProperty("java.home"))).feature())
        .isEqualTo(here.feature());
    assertThat(Jvm.at(here.java()).feature()).isEqualTo(here.feature());
  }

  @Test
  void theVersionIsTheOneThatItsReleaseSays() throws IOException {
    Jvm jvm = Jvm.at(installation("IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"\n"));
    assertThat(jvm.version()).isEqualTo("25.0.1");
    assertThat(jvm.arguments())
        .containsExactly(
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  }

  @Test
  void anOldOneIsRefused() throws IOException {
    Path old = installation("JAVA_VERSION=\"11.0.2\"\n");
    assertThatThrownBy(() -> Jvm.at(old)).hasMessageContaining("Java 11.0.2; it takes 17 or later");
  }

  @Test
  void aFolderWithoutOneIsRefused() {
    assertThatThrownBy(() -> Jvm.at(folder)).hasMessageContaining("there is no bin/java in");
  }

  @Test
  void oneThatDoesNotSayWhatItIsIsRefused() throws IOException {
    Path silent = installation("");
    assertThatThrownBy(() -> Jvm.at(silent)).hasMessageContaining("does not say which Java");
  }
}
