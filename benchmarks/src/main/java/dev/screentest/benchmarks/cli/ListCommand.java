package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.report.Table;
import dev.screentest.benchmarks.run.Progress;
import dev.screentest.benchmarks.show.LineCounter;
import dev.screentest.benchmarks.workload.Group;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.Capability;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DurabilityProfile;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what the other commands can be told. */
@Command(
    name = "list",
    header = "Lists implementations, workloads, data sets and kinds of database.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./screentest list",
      "  ./screentest list --lines",
      "  ./screentest list --lines --workloads find-movie,insert-graph --implementations all"
    })
final class ListCommand implements Callable<Integer> {

  private static final String LINES =
      """

      Lines of the implementation's own methods that ran in one operation, whole, with the constants
      that they name; of a mapper interface the method with its annotations. Of XML what belongs to
      the statements that were sent: of MyBatis's mappers the statement, with the maps and fragments
      that it names; of a mapping file for Hibernate the entities, whole, on whose tables a statement
      was. Without blank lines, comments, imports and what is written once for all workloads:
      settings, classes of the domain. What several workloads share counts for each of them.
      "-": not supported, or the data set is too small. "?": not to be counted, for the reason on
      standard error.
      """;

  @Mixin private CommonOptions common;
  @Mixin private DatabaseOptions databases;
  @Mixin private ContestOptions contest;
  @Spec private CommandSpec spec;

  @Option(
      names = "--lines",
      description = {
        "Count instead how many hand-written lines implementations need for workloads.",
        "Performs each workload once or twice, which takes some minutes for all of them."
      })
  private boolean isOfLines;

  @Override
  public Integer call() throws SQLException {
    common.setLogLevels();
    if (isOfLines) {
      return countLines();
    }
    requireNoChoice();
    PrintWriter out = spec.commandLine().getOut();
    out.print("Implementations\n\n" + implementations());
    out.print("\nWorkloads\n\n" + workloads());
    out.print("\nData sets\n\n" + dataSets());
    out.print("\nDatabases\n\n" + databaseKinds());
    out.flush();
    return ExitCodes.FINE;
  }

  /** Without {@code --lines} everything is listed, whatever else was chosen. */
  private void requireNoChoice() {
    for (String option : List.of("--workloads", "--implementations", "--dataset", "--unit")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new ParameterException(
            spec.commandLine(), "Option " + option + " of this command belongs to --lines.");
      }
    }
  }

  private int countLines() throws SQLException {
    List<Contestant> contestants = contest.contestants(Contestants.onClassPath());
    List<WorkloadEntry> workloads = contest.workloads(WorkloadCatalogue.all());
    Map<String, List<String>> rows = new LinkedHashMap<>();
    workloads.forEach(
        entry -> rows.put(entry.name(), new ArrayList<>(List.of("  " + entry.name()))));
    // Those that change nothing come first, so that they find what they look for.
    List<WorkloadEntry> readsFirst = workloads.stream().sorted(WorkloadEntry.READS_FIRST).toList();
    Progress progress = TerminalOptions.progress(spec);
    boolean isComplete = true;
    try (Database database = databases.start()) {
      for (Contestant contestant : contestants) {
        try (LineCounter counter =
            new LineCounter(database, contestant, contest.dataset().catalogue(), contest.unit())) {
          int counted = 0;
          for (WorkloadEntry entry : readsFirst) {
            progress.say(
                "counting %s, %d of %d: %s"
                    .formatted(contestant, ++counted, readsFirst.size(), entry.name()));
            String lines;
            try {
              OptionalInt number = counter.count(entry);
              lines = number.isPresent() ? String.valueOf(number.getAsInt()) : "-";
            } catch (StoreException e) {
              // Such as an entity of the implementation's own, of which there are two classes now:
              // one that is counted, and one that the framework has found.
              progress.say(
                  "not counted: " + entry.name() + ", " + contestant + ": " + e.getMessage());
              lines = "?";
              isComplete = false;
            }
            Objects.requireNonNull(rows.get(entry.name())).add(lines);
          }
        }
      }
    }
    List<String> header = new ArrayList<>(List.of("  workload"));
    contestants.forEach(contestant -> header.add(contestant.label()));
    Table table = new Table(1, header);
    rows.values().forEach(table::add);
    PrintWriter out = spec.commandLine().getOut();
    out.print("Hand-written lines\n\n" + table.render() + LINES);
    out.flush();
    return isComplete ? ExitCodes.FINE : ExitCodes.CHECK_FAILED;
  }

  private static String implementations() {
    Contestants contestants = Contestants.onClassPath();
    StringBuilder text = new StringBuilder();
    for (String name : contestants.names()) {
      MovieStoreProvider provider = contestants.provider(name);
      text.append("  %s: %s %s\n".formatted(name, provider.framework(), provider.version()));
      for (Variant variant : provider.variants()) {
        text.append("    %s: %s\n".formatted(variant.name(), variant.summary()));
        text.append("      can: %s\n".formatted(join(variant.capabilities())));
        variant.missing().entrySet().stream()
            .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
            .forEach(
                missing ->
                    text.append(
                        "      not %s: %s\n".formatted(missing.getKey(), missing.getValue())));
      }
    }
    return text.toString();
  }

  private static String join(Set<Capability> capabilities) {
    return capabilities.stream().map(Capability::name).collect(Collectors.joining(", "));
  }

  private static String workloads() {
    List<WorkloadEntry> headline = WorkloadCatalogue.headline();
    StringBuilder text = new StringBuilder();
    for (Group group : Group.values()) {
      Table table = new Table(5, List.of("  name", "", "an operation", "its bill", "needs"));
      WorkloadCatalogue.all().stream()
          .filter(workload -> workload.group() == group)
          .map(workload -> row(workload, headline.contains(workload)))
          .forEach(table::add);
      text.append("  ").append(group.title()).append("\n").append(table.render()).append('\n');
    }
    return text
        + """
          * compared when run is told no workloads
          its bill: st statements and rt round trips that do the work, as promised on the wire; rows
          written; ids taken in blocks of 50, each a round trip; tx transactions, each with a round
          trip for its end. What is not mentioned depends on the framework.
          needs: the smallest data set that can serve it
        """;
  }

  private static List<String> row(WorkloadEntry workload, boolean isHeadline) {
    return List.of(
        "  " + workload.name(),
        isHeadline ? "*" : "",
        workload.summary(),
        workload.workload().apply(UnitKind.READ).promise(),
        workload.needed().smallest().map(DataSet::label).orElse("no data set"));
  }

  private static String dataSets() {
    Table table = new Table(2, List.of("  name", "content"));
    for (DataSet dataset : DataSet.values()) {
      table.add(List.of("  " + dataset.label(), dataset.summary()));
    }
    return table.render();
  }

  private static String databaseKinds() {
    Table table = new Table(2, List.of("  name", "what it is"));
    table.add(List.of("  embedded", "a PostgreSQL of our own, for the run (default)"));
    table.add(List.of("  testcontainers[:IMAGE]", "PostgreSQL in Docker"));
    table.add(
        List.of(
            "  jdbc:postgresql://HOST[:PORT]/DATABASE",
            "your own server, version 15 or later, with PGUSER and PGPASSWORD"));
    return table.render()
        + "\n  Profiles of servers that we start: "
        + Arrays.stream(DurabilityProfile.values())
            .map(profile -> profile.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "))
        + "\n";
  }
}
