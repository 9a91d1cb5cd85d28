package dev.screentest.benchmarks.show;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.report.Table;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.meter.BoundParameter;
import dev.screentest.testbed.meter.ConnectionTimes;
import dev.screentest.testbed.meter.ServerAnswer;
import dev.screentest.testbed.meter.ServerCounts;
import dev.screentest.testbed.meter.WireCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What contestants did in one workload, side by side, as text for a terminal. */
public final class Exhibition {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final int MOST_CHARACTERS = 1500;
  private static final int MOST_PARAMETERS = 12;
  private static final int MOST_VALUE_CHARACTERS = 80;
  private static final int MOST_PLAN_LINES = 40;

  private final WorkloadEntry workload;
  private final UnitKind unit;
  private final Map<Contestant, Exhibit> exhibits = new LinkedHashMap<>();

  /** Begins an exhibition. */
  public Exhibition(WorkloadEntry workload, UnitKind unit) {
    this.workload = workload;
    this.unit = unit;
  }

  /** Adds what a contestant did. */
  public void add(Contestant contestant, Exhibit exhibit) {
    exhibits.put(contestant, exhibit);
  }

  /** Returns the counts of all, on the wire and by the server, and what was promised. */
  public String counts() {
    Table table =
        new Table(
            1,
            List.of(
                workload.name(),
                "statements",
                "round trips",
                "rows read",
                "written",
                "rows in all",
                "transactions",
                "id blocks",
                "bytes sent",
                "received",
                "held"));
    StringBuilder remarks = new StringBuilder();
    exhibits.forEach(
        (contestant, exhibit) -> {
          if (exhibit instanceof Exhibit.Shown shown) {
            table.add(onTheWire(contestant, shown));
            ServerAnswer answer = shown.counts().server();
            if (answer instanceof ServerCounts server) {
              table.add(onTheServer(server));
            }
            shown
                .doubt()
                .ifPresent(doubt -> remarks.append(contestant + ": %s%n".formatted(doubt)));
          } else if (exhibit instanceof Exhibit.Missing missing) {
            remarks.append("left out %s: %s%n".formatted(contestant, missing.reason()));
          }
        });
    return workload.name()
        + ": "
        + workload.summary()
        + "\npromised: "
        + workload.workload().apply(unit).promise()
        + "\n\n"
        + table.render()
        + (remarks.isEmpty() ? "" : "\n" + remarks)
        + """

        One operation, counted on the wire, and by the server where it can tell: it knows no round
        trips and no bytes. Promised are st statements and rt round trips that do the work, and tx
        transactions on request, each with a round trip for its end; a block of ids has one, too. A
        row that is written and returned is one row in all. held: how long a unit of work keeps its
        connection, the mean of some more operations; the code is cold.
        """;
  }

  private static List<String> onTheWire(Contestant contestant, Exhibit.Shown shown) {
    WireCounts counts = shown.counts().wire();
    return List.of(
        "  " + contestant,
        String.valueOf(counts.statements() - counts.continuations()),
        String.valueOf(counts.roundTrips() - counts.validationRoundTrips()),
        String.valueOf(counts.rowsReceived() - counts.idBlocks()),
        String.valueOf(counts.rowsAffected()),
        String.valueOf(counts.rowsProcessed() - counts.idBlocks()),
        String.valueOf(counts.transactions()),
        String.valueOf(counts.idBlocks()),
        String.valueOf(counts.bytesSent()),
        String.valueOf(counts.bytesReceived()),
        held(shown.connections()));
  }

  private static List<String> onTheServer(ServerCounts counts) {
    return List.of(
        "    on the server",
        String.valueOf(counts.statements()),
        "",
        "",
        "",
        String.valueOf(counts.rows()),
        String.valueOf(counts.commits() + counts.rollbacks()),
        String.valueOf(counts.idBlocks()));
  }

  private static String held(ConnectionTimes times) {
    return times.returns() == 0
        ? ""
        : String.format(
            Locale.ROOT, "%.2f ms", times.held().toNanos() / NANOS_PER_MILLI / times.returns());
  }

  /** Returns the statements, plans and sources of each. */
  public String details() {
    StringBuilder text = new StringBuilder();
    exhibits.forEach(
        (contestant, exhibit) -> {
          if (exhibit instanceof Exhibit.Shown shown) {
            text.append("\n==== ").append(contestant).append(" ====\n");
            for (int i = 0; i < shown.statements().size(); i++) {
              append(text, i + 1, shown.statements().get(i));
            }
            text.append("\n  Source of what sent it, outermost first");
            text.append(" (from ").append(SourceText.FOLDER).append(" in the jar):\n");
            shown
                .sources()
                .forEach(
                    (name, source) ->
                        text.append("\n  ")
                            .append(name)
                            .append("\n")
                            .append(source.indent(4).stripTrailing())
                            .append('\n'));
          }
        });
    return text.toString();
  }

  private static void append(StringBuilder text, int number, Exhibit.Statement statement) {
    text.append("\n  ").append(number).append(". ");
    text.append(statement.times() == 1 ? "sent once" : "sent " + statement.times() + " times");
    text.append("\n").append(shortened(statement.sql(), MOST_CHARACTERS).indent(4));
    for (int i = 0; i < Math.min(statement.parameters().size(), MOST_PARAMETERS); i++) {
      BoundParameter parameter = statement.parameters().get(i);
      text.append(
          "    $%d = %s (%s)\n"
              .formatted(i + 1, value(parameter.value()), statement.types().get(i)));
    }
    if (statement.parameters().size() > MOST_PARAMETERS) {
      text.append("    … and %d more\n".formatted(statement.parameters().size() - MOST_PARAMETERS));
    }
    if (!statement.plan().isEmpty()) {
      text.append(statement.times() == 1 ? "    Plan:\n" : "    Plan, for these values:\n");
      statement.plan().stream()
          .limit(MOST_PLAN_LINES)
          .forEach(line -> text.append("      ").append(line).append('\n'));
      if (statement.plan().size() > MOST_PLAN_LINES) {
        text.append("      … and more\n");
      }
    }
  }

  private static String value(@Nullable String value) {
    return value == null ? "null" : "'" + shortened(value, MOST_VALUE_CHARACTERS) + "'";
  }

  private static String shortened(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, most) + "… (%,d more characters)".formatted(text.length() - most);
  }
}
