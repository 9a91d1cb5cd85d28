package dev.screentest.benchmarks.result;

import dev.screentest.benchmarks.verify.Cost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell's answers are right and its promises kept, at this cost; it may be timed.
 *
 * @param differentBill why the variant costs something else than the others, as it declares; null
 *     in older journals
 */
public record Verified(CellId cell, Cost cost, @Nullable List<String> differentBill)
    implements JournalEntry {

  public Verified {
    differentBill = differentBill == null ? null : List.copyOf(differentBill);
  }
}
