package dev.screentest.benchmarks.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.benchmarks.result.Environment;
import dev.screentest.benchmarks.result.Machine;
import dev.screentest.benchmarks.result.RunData;
import dev.screentest.benchmarks.result.RunHeader;
import org.junit.jupiter.api.Test;

class MachineGradeTest {

  private static RunData twins(double noise) {
    return Runs.of("select-1")
        .measured("select-1", "jdbc", 8, 40_000, noise)
        .measured("select-1", "jdbc#twin", 8, 40_000, noise)
        .build();
  }

  private static RunData on(Machine machine, RunData data) {
    RunHeader header = data.header();
    Environment old = header.environment();
    return new RunData(
        new RunHeader(
            header.started(),
            header.command(),
            header.plan(),
            new Environment(
                machine,
                old.server(),
                old.jvm(),
                old.jvmArguments(),
                old.jmh(),
                old.revision(),
                old.libraries()),
            header.fingerprint()),
        data.entries());
  }

  @Test
  void aQuietMachineIsGoodAndANoisyOneIsNot() {
    MachineGrade quiet = MachineGrade.of(RunAnalysis.of(twins(0.002)));
    assertThat(quiet.letter()).isEqualTo(MachineGrade.Letter.A);
    assertThat(quiet.complaints()).isEmpty();
    assertThat(MachineGrade.of(RunAnalysis.of(twins(0.2))).letter())
        .isEqualTo(MachineGrade.Letter.E);
  }

  @Test
  void whatDisturbsIsNamedWithARemedy() {
    Machine laptop = new Machine("Linux", "CPU", 1, 1 << 30, 0.5, "powersave", true, false, 3.0);
    MachineGrade grade = MachineGrade.of(RunAnalysis.of(on(laptop, twins(0.01))));
    assertThat(grade.complaints())
        .extracting(MachineGrade.Complaint::cause)
        .containsExactly(
            "Other processes were running before the run (load 3.0).",
            "The clock of the CPU is governed by \"powersave\".",
            "There is one CPU for client, server and everything else.",
            "The container may use 0.5 CPUs, then it is stopped for a while.",
            "Threads cannot be bound to a CPU, so the scheduler moves them.");
    assertThat(grade.complaints())
        .allSatisfy(complaint -> assertThat(complaint.remedy()).isNotEmpty());
  }

  @Test
  void withoutATwinThereIsNoGrade() {
    RunReport report =
        RunAnalysis.of(Runs.of("select-1").measured("select-1", "jdbc", 8, 40_000, 0).build());
    assertThatThrownBy(() -> MachineGrade.of(report)).hasMessageContaining("twin");
  }
}
