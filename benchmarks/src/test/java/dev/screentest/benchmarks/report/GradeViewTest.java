package dev.screentest.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.analysis.MachineGrade;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradeViewTest {

  @Test
  void saysWhatTheMachineShowsWhatDisturbsAndWhatToDo() {
    MachineGrade grade =
        new MachineGrade(
            MachineGrade.Letter.C,
            0.034,
            0.049,
            List.of(new MachineGrade.Complaint("A browser runs.", "Close it.")));
    assertThat(GradeView.text(grade, Palette.PLAIN))
        .isEqualTo(
            """
            Grade C: a run as short as this one shows differences of 4.9 % in 9 of 10 cases.
            Two identical contestants differed by at most 3.4 % (95 %).

            - A browser runs.
              Close it.
            """);
  }
}
