package dev.screentest.benchmarks.show;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.report.Table;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.meter.ServerCounts;
import dev.screentest.testbed.meter.WireCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one operation of several workloads costs each contestant, as text for a terminal. */
public final class Overview {

  private final List<WorkloadEntry> workloads;
  private final List<Contestant> contestants;
  private final UnitKind unit;
  private final Map<Cell, Exhibit> exhibits = new HashMap<>();

  private record Cell(WorkloadEntry workload, Contestant contestant) {}

  /** Begins one, with a row for each workload and a column for each contestant. */
  public Overview(List<WorkloadEntry> workloads, List<Contestant> contestants, UnitKind unit) {
    this.workloads = List.copyOf(workloads);
    this.contestants = List.copyOf(contestants);
    this.unit = unit;
  }

  /** Adds what a contestant did. */
  public void add(WorkloadEntry workload, Contestant contestant, Exhibit exhibit) {
    exhibits.put(new Cell(workload, contestant), exhibit);
  }

  /** Returns the table, then the reasons for what is missing in it. */
  public String text() {
    List<String> heading = new ArrayList<>(List.of("workload"));
    contestants.forEach(contestant -> heading.add(contestant.label()));
    heading.add("promised");
    Table table = new Table(heading.size(), heading);
    SortedSet<String> remarks = new TreeSet<>();
    for (WorkloadEntry workload : workloads) {
      Set<String> reasons = reasonsForNone(workload);
      if (reasons.size() == 1) {
        remarks.add("left out %s: %s".formatted(workload.name(), reasons.iterator().next()));
      } else {
        table.add(row(workload, remarks));
      }
    }
    return table.render()
        + (remarks.isEmpty() ? "" : "\n" + String.join("\n", remarks) + "\n")
        + """

        One operation: 3=3 st are three statements that do the work on the wire, and as many by the
        server's own count; rt all round trips, those that end a transaction (tx) or take a block of
        ids included. The name of one workload shows SQL, plans and source as well.
        """;
  }

  /** Why nobody did it; no reason at all where somebody did. */
  private Set<String> reasonsForNone(WorkloadEntry workload) {
    Set<String> reasons = new HashSet<>();
    for (Contestant contestant : contestants) {
      if (!(exhibits.get(new Cell(workload, contestant)) instanceof Exhibit.Missing missing)) {
        return Set.of();
      }
      reasons.add(missing.reason());
    }
    return reasons;
  }

  private List<String> row(WorkloadEntry workload, Set<String> remarks) {
    List<String> row = new ArrayList<>(List.of(workload.name()));
    for (Contestant contestant : contestants) {
      String cell = workload.name() + ", " + contestant + ": ";
      Exhibit exhibit = exhibits.get(new Cell(workload, contestant));
      if (exhibit instanceof Exhibit.Shown shown) {
        row.add(cost(shown));
        shown.doubt().ifPresent(doubt -> remarks.add(cell + doubt));
      } else if (exhibit instanceof Exhibit.Missing missing) {
        row.add("left out");
        remarks.add("left out " + cell + missing.reason());
      }
    }
    row.add(workload.workload().apply(unit).promise());
    return row;
  }

  private static String cost(Exhibit.Shown shown) {
    WireCounts wire = shown.counts().wire();
    long statements = wire.statements() - wire.continuations();
    String server =
        shown.counts().server() instanceof ServerCounts counts
            ? (counts.statements() == statements ? "=" : "≠") + counts.statements()
            : "";
    return "%d%s st %d rt"
        .formatted(statements, server, wire.roundTrips() - wire.validationRoundTrips());
  }
}
