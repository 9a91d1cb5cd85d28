package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineLockTest {

  /** Holds a lock until its input ends. */
  public static final class Holder {

    private Holder() {}

    /** Takes the lock on the file that is named. */
    public static void main(String[] args) throws IOException, MachineBusyException {
      try (MachineLock lock = MachineLock.acquire(Path.of(args[0]))) {
        System.out.println("locked");
        System.in.transferTo(System.out);
      }
    }
  }

  @Test
  void onlyOneProcessHasTheLock(@TempDir Path folder)
      throws IOException, InterruptedException, MachineBusyException {
    Path file = folder.resolve("jmh.lock");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file.toString())
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      assertThat(holder.getInputStream().read()).as("a sign that it has the lock").isPositive();

      assertThatThrownBy(() -> MachineLock.acquire(file))
          .isInstanceOf(MachineBusyException.class)
          .hasMessageContaining(file.toString());
    } finally {
      holder.getOutputStream().close();
      assertThat(holder.waitFor()).isZero();
    }
    MachineLock.acquire(file).close();
  }
}
