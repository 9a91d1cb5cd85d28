package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.statistics.MeanInterval;
import dev.screentest.benchmarks.verify.Cost;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measured cell: a row of every table.
 *
 * @param nanosPerOp over forks, on this machine at this hour
 * @param bytesPerOp what an operation allocates; null where it could not be measured
 * @param cpuNanosPerOp CPU time of the client process; null where it could not be measured
 * @param cost on the wire; null where it was not counted
 * @param differentBill why the variant costs something else than the others, as it declares
 * @param tier 1 is the best; null with one round only
 * @param comparison with the baseline; null for the baseline itself, and where that has no number
 */
public record Standing(
    CellId cell,
    MeanInterval nanosPerOp,
    @Nullable Double bytesPerOp,
    @Nullable Double cpuNanosPerOp,
    @Nullable Cost cost,
    List<String> differentBill,
    @Nullable Integer tier,
    @Nullable Comparison comparison,
    List<Note> notes) {

  public Standing {
    differentBill = List.copyOf(differentBill);
    notes = List.copyOf(notes);
  }

  /** Returns the label of its contestant. */
  public String contestant() {
    return cell.contestant();
  }

  Standing with(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new Standing(
        cell, nanosPerOp, bytesPerOp, cpuNanosPerOp, cost, differentBill, tier, comparison, more);
  }
}
