package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.MachineGrade;

/** How good a machine is for measuring, for people. */
public final class GradeView {

  private GradeView() {}

  /** Returns the grade, what it means, and what to do. */
  public static String text(MachineGrade grade, Palette palette) {
    StringBuilder text = new StringBuilder();
    text.append(palette.bold("Grade " + grade.letter()))
        .append(": a run as short as this one shows differences of ")
        .append(Wording.percent(grade.detectableEffect()))
        .append(" in 9 of 10 cases.\n")
        .append("Two identical contestants differed by at most ")
        .append(Wording.percent(grade.noiseFloor()))
        .append(" (95 %).\n");
    for (MachineGrade.Complaint complaint : grade.complaints()) {
      text.append("\n- ")
          .append(complaint.cause())
          .append("\n  ")
          .append(complaint.remedy())
          .append('\n');
    }
    return text.append(grade.complaints().isEmpty() ? "\nNothing disturbs.\n" : "").toString();
  }
}
