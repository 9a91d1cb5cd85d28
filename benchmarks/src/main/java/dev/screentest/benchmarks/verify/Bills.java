package dev.screentest.benchmarks.verify;

import dev.screentest.benchmarks.workload.Bill;
import dev.screentest.benchmarks.workload.Workload;
import dev.screentest.domain.Variant;
import java.util.List;

/** Performs, and adds up what each operation may cost: with other arguments, another number. */
final class Bills {

  private final Workload workload;
  private final Variant variant;
  private Bill total = Bill.NOTHING;
  private List<String> reasons = List.of();

  Bills(Workload workload, Variant variant) {
    this.workload = workload;
    this.variant = variant;
  }

  void perform(int operations) {
    for (int i = 0; i < operations; i++) {
      Bill bill = workload.bill(variant);
      total = total.plus(bill.declaredBy(variant));
      reasons = bill.reasons(variant);
      workload.perform();
    }
  }

  Bill total() {
    return total;
  }

  /** Returns why the variant may cost something else; the last operation's, like any other's. */
  List<String> reasons() {
    return reasons;
  }
}
