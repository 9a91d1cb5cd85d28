package dev.screentest.benchmarks.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.testbed.database.ServerInfo;
import dev.screentest.testbed.fault.DrillReport;
import dev.screentest.testbed.fault.Fault;
import dev.screentest.testbed.fault.TimeLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What implementations made of faults, for people and for programs. */
public final class DrillTable {

  private static final String EXCEPTION = "Exception";

  private static final List<String> HEADING =
      List.of(
          "  implementation",
          "committed",
          "failed",
          "unknown",
          "lost",
          "doubled",
          "half",
          "wrong",
          "lasted",
          "first",
          "all",
          "errors",
          "time line");

  /** Between the name and the texts at the end. */
  private static final int COLUMNS_OF_NUMBERS = 10;

  private static final String LEGEND =
      """
      committed, failed, unknown: how units of work ended for their callers
      lost: committed, and not stored; doubled: stored more than once; half: stored in part; wrong:
      failed, and stored all the same
      lasted: ms until the fault was over; first: ms from then to the first commit of a unit begun
      later; all: until each thread had one
      time line: a sign for each 100 ms; + commits alone, x failures, ? unknown ends, . no end at all;
      the fault strikes at |
      """;

  private final ServerInfo server;
  private final Map<Fault, List<Line>> lines = new LinkedHashMap<>();

  /** Begins a table of drills on one server. */
  public DrillTable(ServerInfo server) {
    this.server = server;
  }

  /** What became of a drill. */
  private sealed interface Outcome {
    /** It was performed. */
    record Drilled(DrillReport report) implements Outcome {}

    /** It cannot be performed here. */
    record LeftOut(String reason) implements Outcome {}

    /** It did not get to its end. */
    record BrokenOff(String reason) implements Outcome {}
  }

  private record Line(Fault fault, Contestant contestant, Outcome outcome) {

    Optional<DrillReport> report() {
      return outcome instanceof Outcome.Drilled drilled
          ? Optional.of(drilled.report())
          : Optional.empty();
    }

    Optional<String> reasonToLeaveOut() {
      return outcome instanceof Outcome.LeftOut leftOut
          ? Optional.of(leftOut.reason())
          : Optional.empty();
    }

    /** What is wrong, in words. */
    List<String> complaints() {
      if (outcome instanceof Outcome.Drilled drilled) {
        return drilled.report().complaints();
      }
      return outcome instanceof Outcome.BrokenOff broken ? List.of(broken.reason()) : List.of();
    }
  }

  /** Adds what a drill found. */
  public void add(Contestant contestant, DrillReport report) {
    add(new Line(report.fault(), contestant, new Outcome.Drilled(report)));
  }

  /** Adds that a drill cannot be performed here. */
  public void leaveOut(Fault fault, Contestant contestant, String reason) {
    add(new Line(fault, contestant, new Outcome.LeftOut(reason)));
  }

  /** Adds that a drill did not get to its end. */
  public void breakOff(Fault fault, Contestant contestant, String reason) {
    add(new Line(fault, contestant, new Outcome.BrokenOff(reason)));
  }

  private void add(Line line) {
    lines.computeIfAbsent(line.fault(), first -> new ArrayList<>()).add(line);
  }

  private Stream<Line> all() {
    return lines.values().stream().flatMap(List::stream);
  }

  /** Returns whether anything is not as the contract says. */
  public boolean hasFailure() {
    return all().anyMatch(line -> !line.complaints().isEmpty());
  }

  /** Returns a table for each fault, the reasons of what is wrong or missing, and a sum. */
  public String text(Palette palette) {
    StringBuilder text = new StringBuilder();
    lines.forEach(
        (fault, ofFault) -> {
          text.append(palette.bold(fault.label())).append(": ").append(fault.summary());
          text.append('\n');
          Table table = new Table(1, COLUMNS_OF_NUMBERS, HEADING);
          ofFault.forEach(line -> table.add(cells(line, palette)));
          text.append(table.render()).append('\n');
        });
    List<String> remarks = all().flatMap(DrillTable::remarks).toList();
    remarks.forEach(remark -> text.append(remark).append('\n'));
    return text.append(remarks.isEmpty() ? "" : "\n")
        .append(LEGEND)
        .append('\n')
        .append(sum())
        .toString();
  }

  private static List<String> cells(Line line, Palette palette) {
    String name = "  " + line.contestant().label();
    if (line.outcome() instanceof Outcome.Drilled drilled) {
      return cells(name, drilled.report(), palette);
    }
    return List.of(name, line.reasonToLeaveOut().isPresent() ? "left out" : palette.bad("FAILED"));
  }

  private static List<String> cells(String name, DrillReport report, Palette palette) {
    return List.of(
        name,
        count(report.committed()),
        count(report.failed()),
        count(report.unknown()),
        zero(report.lost(), palette),
        zero(report.doubled(), palette),
        zero(report.half(), palette),
        zero(report.wronglyFailed(), palette),
        millis(report.lasted()),
        report.firstSuccess().map(DrillTable::millis).orElse("never"),
        report.allSucceed().map(DrillTable::millis).orElse("never"),
        errors(report.errors()),
        report.timeLine().signs());
  }

  private static String count(int units) {
    return Numbers.count(units);
  }

  private static String zero(int units, Palette palette) {
    return units == 0 ? "0" : palette.bad(count(units));
  }

  private static String millis(Duration duration) {
    return count((int) Math.round(inMillis(duration)));
  }

  private static double inMillis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  private static String errors(Map<String, Integer> errors) {
    return errors.isEmpty()
        ? "none"
        : errors.entrySet().stream()
            .map(error -> error.getValue() + " " + shortened(error.getKey()))
            .collect(Collectors.joining(", "));
  }

  private static String shortened(String error) {
    return error.endsWith(EXCEPTION)
        ? error.substring(0, error.length() - EXCEPTION.length())
        : error;
  }

  private static Stream<String> remarks(Line line) {
    String cell = line.fault().label() + ", " + line.contestant() + ": ";
    return Stream.concat(
        line.reasonToLeaveOut().stream().map(reason -> "left out " + cell + reason),
        line.complaints().stream().map(complaint -> "FAILED   " + cell + complaint));
  }

  private String sum() {
    List<DrillReport> reports = all().flatMap(line -> line.report().stream()).toList();
    long leftOut = all().filter(line -> line.reasonToLeaveOut().isPresent()).count();
    return "%s PostgreSQL %s, fsync %s, synchronous_commit %s%n"
            .formatted(
                server.kind(),
                server.version(),
                server.setting("fsync"),
                server.setting("synchronous_commit"))
        + "%d drills, %d with something wrong, %d left out; of %s units of work %d lost, %d doubled%n"
            .formatted(
                all().count() - leftOut,
                all().filter(line -> !line.complaints().isEmpty()).count(),
                leftOut,
                count(reports.stream().mapToInt(DrillTable::units).sum()),
                reports.stream().mapToInt(DrillReport::lost).sum(),
                reports.stream().mapToInt(DrillReport::doubled).sum());
  }

  private static int units(DrillReport report) {
    return report.committed() + report.failed() + report.unknown();
  }

  /** Returns one JSON object, indented. */
  public String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sound", !hasFailure());
    json.putObject("server")
        .put("kind", server.kind())
        .put("version", server.version())
        .put("fsync", server.setting("fsync"))
        .put("synchronousCommit", server.setting("synchronous_commit"));
    ArrayNode drills = json.putArray("drills");
    ArrayNode leftOut = json.putArray("leftOut");
    ArrayNode brokenOff = json.putArray("brokenOff");
    all()
        .forEach(
            line -> {
              if (line.outcome() instanceof Outcome.Drilled drilled) {
                put(drilled.report(), name(line, drills.addObject()));
              } else if (line.outcome() instanceof Outcome.LeftOut left) {
                name(line, leftOut.addObject()).put("reason", left.reason());
              } else if (line.outcome() instanceof Outcome.BrokenOff broken) {
                name(line, brokenOff.addObject()).put("reason", broken.reason());
              }
            });
    return json.toPrettyString() + "\n";
  }

  private static ObjectNode name(Line line, ObjectNode node) {
    return node.put("fault", line.fault().label()).put("implementation", line.contestant().label());
  }

  private static void put(DrillReport report, ObjectNode node) {
    node.put("writers", report.writers());
    node.put("committed", report.committed());
    node.put("failed", report.failed());
    node.put("unknown", report.unknown());
    node.put("unknownStored", report.unknownStored());
    node.put("lost", report.lost());
    node.put("doubled", report.doubled());
    node.put("half", report.half());
    node.put("wronglyFailed", report.wronglyFailed());
    node.put("undocumentedErrors", report.undocumented());
    node.put("settled", report.settled());
    node.put("lastedMillis", inMillis(report.lasted()));
    node.put("firstSuccessMillis", orNull(report.firstSuccess()));
    node.put("allSucceedMillis", orNull(report.allSucceed()));
    ObjectNode errors = node.putObject("errors");
    report.errors().forEach(errors::put);
    ArrayNode complaints = node.putArray("complaints");
    report.complaints().forEach(complaints::add);
    put(report.timeLine(), node.putObject("timeLine"));
  }

  private static @Nullable Double orNull(Optional<Duration> duration) {
    return duration.map(DrillTable::inMillis).orElse(null);
  }

  private static void put(TimeLine timeLine, ObjectNode node) {
    node.put("bucketMillis", TimeLine.BUCKET.toMillis());
    node.put("bucketsBeforeTheFault", timeLine.before());
    ArrayNode buckets = node.putArray("buckets");
    timeLine
        .buckets()
        .forEach(
            bucket ->
                buckets
                    .addObject()
                    .put("committed", bucket.committed())
                    .put("failed", bucket.failed())
                    .put("unknown", bucket.unknown()));
  }
}
