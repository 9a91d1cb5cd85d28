package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessCpuTest {

  @Test
  void threadsThatBeganAddWhatTheyUsedAndThoseThatEndedTakeNothingAway() {
    ProcessCpu before =
        new ProcessCpu(Map.of("1", Duration.ofSeconds(10), "2", Duration.ofSeconds(100)));
    ProcessCpu after =
        new ProcessCpu(Map.of("1", Duration.ofSeconds(13), "3", Duration.ofSeconds(4)));

    assertThat(after.since(before)).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void theCpuTimeOfThisProcessGrows() {
    long pid = ProcessHandle.current().pid();
    ProcessCpu before = ProcessCpu.of(pid).orElseThrow();
    long sum = 0;
    for (int i = 0; i < 50_000_000; i++) {
      sum += Integer.toString(i).length();
    }

    assertThat(sum).isPositive();
    assertThat(ProcessCpu.of(pid).orElseThrow().since(before)).isPositive();
  }

  @Test
  void aProcessThatIsGoneHasNone() throws Exception {
    Process process =
        new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version").start();
    process.waitFor();

    assertThat(ProcessCpu.of(process.pid())).isEmpty();
  }
}
