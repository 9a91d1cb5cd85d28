package dev.screentest.benchmarks.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a contestant did in a workload, without the clock. */
public sealed interface Finding {

  /**
   * The answers are right and the promises kept, at this cost.
   *
   * @param differentBill why the variant costs something else than the others, as it declares;
   *     empty where it does not
   * @param whyWireAlone why the server could not confirm the counts; null where it did
   */
  record Passed(Cost cost, List<String> differentBill, @Nullable String whyWireAlone)
      implements Finding {

    public Passed {
      differentBill = List.copyOf(differentBill);
    }

    /** At the cost that was promised, as wire and server say. */
    public Passed(Cost cost) {
      this(cost, List.of(), null);
    }
  }

  /** Something is wrong. */
  record Failed(String reason) implements Finding {}

  /** The variant declares that it cannot do this. */
  record LeftOut(String reason) implements Finding {}
}
