package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.load.Distribution;
import dev.screentest.benchmarks.load.LoadResult;
import dev.screentest.benchmarks.pool.Cell;
import dev.screentest.benchmarks.pool.Measured;
import dev.screentest.benchmarks.pool.PoolReport;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The loads of a study in long form, one of one fork to a line, for other statistics than ours. */
public final class PoolCsvView {

  private static final String HEADING =
      String.join(
          ",",
          Stream.of(
                  Stream.of(
                      "implementation",
                      "pool",
                      "jvm",
                      "round",
                      "position",
                      "scenario",
                      "unit",
                      "thread_kind",
                      "threads",
                      "connections",
                      "think_place",
                      "think_ms",
                      "share",
                      "due_per_second",
                      "seconds",
                      "units",
                      "units_per_second"),
                  columns("latency"),
                  columns("late"),
                  columns("wait"),
                  columns("hold"),
                  Stream.of(
                      "holds_per_unit",
                      "hold_nanos_per_unit",
                      "in_use_sampled",
                      "in_use_by_holds",
                      "in_use_by_little",
                      "waiting",
                      "most_waiting",
                      "starved_share",
                      "timeouts",
                      "errors",
                      "machine_load",
                      "client_cpus",
                      "compilers"))
              .flatMap(part -> part)
              .toList());

  private PoolCsvView() {}

  /** Returns the table with its heading. */
  public static String render(PoolReport report) {
    return HEADING
        + "\r\n"
        + report
            .data()
            .entries(Measured.class)
            .map(PoolCsvView::line)
            .collect(Collectors.joining());
  }

  private static Stream<String> columns(String name) {
    return Stream.of("mean", "p50", "p90", "p99", "p999", "max")
        .map(value -> name + "_" + value + "_nanos");
  }

  private static Stream<Object> values(Distribution distribution) {
    return Stream.of(
        distribution.mean(),
        distribution.p50(),
        distribution.p90(),
        distribution.p99(),
        distribution.p999(),
        distribution.max());
  }

  private static String line(Measured measured) {
    Cell cell = measured.cell();
    LoadResult load = measured.load();
    return Stream.of(
                Stream.of(
                    measured.entrant().contestant(),
                    measured.entrant().pool(),
                    measured.entrant().jvm(),
                    measured.round(),
                    measured.position(),
                    cell.scenario().label(),
                    cell.unit().label(),
                    cell.kind().label(),
                    cell.threads(),
                    cell.size(),
                    cell.think().place().name().toLowerCase(Locale.ROOT),
                    cell.think().millis(),
                    cell.share(),
                    text(measured.offeredPerSecond()),
                    load.seconds(),
                    load.units(),
                    load.perSecond()),
                values(load.latency()),
                values(load.lateness()),
                values(load.waited()),
                values(load.hold()),
                Stream.of(
                    load.holdsPerUnit(),
                    load.holdNanosPerUnit(),
                    load.inUse(),
                    load.inUseByHolds(),
                    load.inUseByLittle(),
                    load.waiting(),
                    load.mostWaiting(),
                    load.starvedShare(),
                    load.timeouts(),
                    load.errors(),
                    load.machineLoad(),
                    load.clientCpus(),
                    load.compilers()))
            .flatMap(part -> part)
            .map(String::valueOf)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String text(@Nullable Double value) {
    return Objects.toString(value, "");
  }
}
