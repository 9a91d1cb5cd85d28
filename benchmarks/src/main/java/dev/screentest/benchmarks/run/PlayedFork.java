package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.baton.Hello;
import dev.screentest.benchmarks.baton.Performance;
import dev.screentest.benchmarks.baton.Seat;
import dev.screentest.benchmarks.result.Delayed;
import dev.screentest.benchmarks.result.ForkEnd;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.benchmarks.statistics.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;

/** One fork of a round, and what it did so far. */
final class PlayedFork {

  /** A pinned slice whose CPU time is this share of its time waited for nobody. */
  private static final double UNDISTURBED_LEAST = 0.97;

  private static final double UNDISTURBED_MOST = 1.03;

  private final Cell cell;
  private final int round;
  private final int slot;
  private final Seat seat;
  private final BlockingQueue<IterationResult> iterations = new LinkedBlockingQueue<>();
  private final List<Slice> measured = new ArrayList<>();
  private final List<Performance> performances = new ArrayList<>();
  private final List<Double> allocatedBytesPerOp = new ArrayList<>();
  private @Nullable Future<BenchmarkResult> runner;
  private long boundThread = -1;

  PlayedFork(Cell cell, int round, int slot, Seat seat) {
    this.cell = cell;
    this.round = round;
    this.slot = slot;
    this.seat = seat;
  }

  Cell cell() {
    return cell;
  }

  int round() {
    return round;
  }

  int slot() {
    return slot;
  }

  Seat seat() {
    return seat;
  }

  BlockingQueue<IterationResult> iterations() {
    return iterations;
  }

  void isRunBy(Future<BenchmarkResult> newRunner) {
    runner = newRunner;
  }

  Future<BenchmarkResult> runner() {
    if (runner == null) {
      throw new IllegalStateException(cell + " was not started");
    }
    return runner;
  }

  long pid() {
    return seat.hello().map(Hello::pid).orElse(0L);
  }

  /** Returns whether its measuring thread is another than the one that was bound. */
  boolean isBoundElsewhere(long thread) {
    return boundThread != thread;
  }

  void isBound(long thread) {
    boundThread = thread;
  }

  /** Adds a slice that counts. */
  void add(Slice slice, Performance performance, IterationScore score) {
    measured.add(slice);
    performances.add(performance);
    allocatedBytesPerOp.add(
        performance.allocatedBytes() == Performance.UNKNOWN
            ? score.profiledBytesPerOp()
            : (double) performance.allocatedBytes() / slice.operations());
  }

  double microsPerOp() {
    return measured.stream().mapToDouble(Slice::nanos).sum()
        / measured.stream().mapToLong(Slice::operations).sum()
        / 1_000;
  }

  int measuredSlices() {
    return measured.size();
  }

  /** Says what became of it. */
  ForkEnd end() {
    Hello hello = seat.hello().orElseThrow();
    double operations = measured.stream().mapToLong(Slice::operations).sum();
    double bytes = 0;
    double cpuNanos = 0;
    for (int i = 0; i < measured.size(); i++) {
      bytes += allocatedBytesPerOp.get(i) * measured.get(i).operations();
      cpuNanos += performances.get(i).processCpuNanos();
    }
    return new ForkEnd(
        cell.id(),
        round,
        slot,
        Double.isNaN(bytes) ? null : bytes / operations,
        performances.stream().anyMatch(slice -> slice.processCpuNanos() < 0)
            ? null
            : cpuNanos / operations,
        Trend.isFalling(List.of(measured.stream().map(Slice::nanosPerOp).toList())),
        undisturbedShare(),
        hello.jvm(),
        JmhResults.withoutOurs(hello.arguments()));
  }

  /** Says how long its round trips were delayed; empty where they were not. */
  Optional<Delayed> delayed() {
    long roundTrips = performances.stream().mapToLong(Performance::delayedRoundTrips).sum();
    double nanos = performances.stream().mapToLong(Performance::delayNanos).sum();
    return roundTrips == 0
        ? Optional.empty()
        : Optional.of(
            new Delayed(
                cell.id(),
                round,
                roundTrips,
                measured.stream().mapToLong(Slice::operations).sum(),
                nanos / roundTrips));
  }

  private @Nullable Double undisturbedShare() {
    List<Double> shares = new ArrayList<>();
    for (Slice slice : measured) {
      Double share = slice.interference().cpuPerWall();
      if (share == null) {
        return null;
      }
      shares.add(share);
    }
    return (double)
            shares.stream()
                .filter(share -> share >= UNDISTURBED_LEAST && share <= UNDISTURBED_MOST)
                .count()
        / shares.size();
  }
}
