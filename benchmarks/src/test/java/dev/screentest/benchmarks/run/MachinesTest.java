package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.result.Machine;
import org.junit.jupiter.api.Test;

class MachinesTest {

  @Test
  void theLimitOfAContainerIsQuotaOverPeriod() {
    assertThat(Machines.cpuLimit("150000 100000")).isEqualTo(1.5);
    assertThat(Machines.cpuLimit("max 100000")).isNull();
    assertThat(Machines.cpuLimit("-1 100000")).isNull();
  }

  @Test
  void thisMachineIsKnown() {
    Machine machine = Machines.here(false);

    assertThat(machine.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(machine.memoryBytes()).isPositive();
    assertThat(machine.cpu()).isNotEmpty();
    assertThat(machine.operatingSystem()).contains(System.getProperty("os.arch"));
  }

  @Test
  void listsOfCpusHaveRanges() {
    assertThat(Placement.cpus("0-3,6,8-9")).containsExactly(0, 1, 2, 3, 6, 8, 9);
  }
}
