package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.verify.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report of a verification: what was found for each contestant in each workload, and why. */
public final class VerificationReport {

  private final List<Contestant> contestants;
  private final Map<String, Map<Contestant, Finding>> findings = new LinkedHashMap<>();

  /** Begins a report with a column for each contestant. */
  public VerificationReport(List<Contestant> contestants) {
    this.contestants = List.copyOf(contestants);
  }

  /** Adds what was found. */
  public void add(String workload, Contestant contestant, Finding finding) {
    findings.computeIfAbsent(workload, first -> new LinkedHashMap<>()).put(contestant, finding);
  }

  /** Returns whether a check failed. */
  public boolean hasFailure() {
    return findings.values().stream()
        .flatMap(row -> row.values().stream())
        .anyMatch(Finding.Failed.class::isInstance);
  }

  /** Returns the table, then the reasons, then a line with the sum. */
  public String render() {
    List<String> heading = new ArrayList<>(List.of("workload"));
    contestants.forEach(contestant -> heading.add(contestant.label()));
    Table table = new Table(heading.size(), heading);
    StringBuilder reasons = new StringBuilder();
    int passed = 0;
    int failed = 0;
    int leftOut = 0;
    for (var row : findings.entrySet()) {
      List<String> cells = new ArrayList<>(List.of(row.getKey()));
      for (Contestant contestant : contestants) {
        String cell = row.getKey() + ", " + contestant + ": ";
        Finding finding = row.getValue().get(contestant);
        if (finding instanceof Finding.Passed found) {
          passed++;
          cells.add(
              "ok "
                  + Numbers.count(found.cost().statements())
                  + " st "
                  + Numbers.count(found.cost().roundTrips())
                  + " rt"
                  + (found.differentBill().isEmpty() ? "" : " *"));
          found
              .differentBill()
              .forEach(
                  reason ->
                      reasons.append("different bill ").append(cell).append(reason).append('\n'));
        } else if (finding instanceof Finding.Failed found) {
          failed++;
          cells.add("FAILED");
          reasons.append("FAILED   ").append(cell).append(found.reason()).append('\n');
        } else if (finding instanceof Finding.LeftOut found) {
          leftOut++;
          cells.add("left out");
          reasons.append("left out ").append(cell).append(found.reason()).append('\n');
        } else {
          cells.add("");
        }
      }
      table.add(cells);
    }
    return table.render()
        + (reasons.isEmpty() ? "" : "\n" + reasons)
        + "\n"
        + "st statements, rt round trips for an operation, counted on the wire"
        + (reasons.indexOf("different bill ") < 0 ? "" : "; * a different bill, as declared")
        + "\n"
        + server(passed)
        + "%d ok, %d failed, %d left out%n".formatted(passed, failed, leftOut);
  }

  /** Whether the server confirms what the wire says of those that passed. */
  private String server(long passed) {
    Map<String, Long> silences =
        found()
            .flatMap(found -> Stream.ofNullable(found.whyWireAlone()))
            .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
    long confirmed = passed - silences.values().stream().mapToLong(Long::longValue).sum();
    StringBuilder text = new StringBuilder();
    if (confirmed > 0) {
      text.append("statements, rows and transactions confirmed by the server: ")
          .append("%d of %d%n".formatted(confirmed, passed));
    }
    silences.forEach(
        (reason, cells) ->
            text.append("the wire is the only witness of %d: %s%n".formatted(cells, reason)));
    return text.toString();
  }

  private Stream<Finding.Passed> found() {
    return findings.values().stream()
        .flatMap(row -> row.values().stream())
        .filter(Finding.Passed.class::isInstance)
        .map(Finding.Passed.class::cast);
  }
}
