package dev.screentest.benchmarks.analysis;

import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Fork;
import dev.screentest.benchmarks.result.ForkEnd;
import dev.screentest.benchmarks.result.Interference;
import dev.screentest.benchmarks.result.Slice;
import dev.screentest.benchmarks.result.Verified;
import dev.screentest.benchmarks.statistics.Trend;
import dev.screentest.benchmarks.verify.Cost;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The forks of a cell in the rounds that count, in order of the rounds.
 *
 * @param verified what verification found; null where it did not
 */
record Measurements(CellId cell, List<Fork> forks, @Nullable Verified verified) {

  private static final double NOTABLE_STEAL = 0.02;
  private static final double MOST = 0.9;

  @Nullable Cost cost() {
    return verified == null ? null : verified.cost();
  }

  List<String> differentBill() {
    return verified == null || verified.differentBill() == null
        ? List.of()
        : verified.differentBill();
  }

  double[] nanosPerOp() {
    return forks.stream().mapToDouble(Fork::nanosPerOp).toArray();
  }

  double[] medianNanosPerOp() {
    return forks.stream().mapToDouble(Fork::medianNanosPerOp).toArray();
  }

  @Nullable Double bytesPerOp() {
    return boxed(average(ForkEnd::bytesPerOp));
  }

  @Nullable Double cpuNanosPerOp() {
    return boxed(average(ForkEnd::cpuNanosPerOp));
  }

  /** Returns the CPU time of an operation in each fork; shorter where a fork does not know it. */
  double[] cpuNanosOfForks() {
    return forks.stream()
        .map(fork -> fork.end().cpuNanosPerOp())
        .filter(nanos -> nanos != null && nanos > 0)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** Returns what the forks themselves tell, without a comparison. */
  Set<Note> notes() {
    Set<Note> notes = EnumSet.noneOf(Note.class);
    if (isMostlyWarmingUp() || Trend.isFalling(nanosPerOpOfSlices())) {
      notes.add(Note.STILL_WARMING_UP);
    }
    if (average(ForkEnd::undisturbedShare).orElse(1) < MOST || steal() > NOTABLE_STEAL) {
      notes.add(Note.DISTURBED);
    }
    return notes;
  }

  private boolean isMostlyWarmingUp() {
    return forks.stream().filter(fork -> fork.end().isStillWarmingUp()).count() * 2 > forks.size();
  }

  private List<List<Double>> nanosPerOpOfSlices() {
    return forks.stream()
        .map(fork -> fork.slices().stream().map(Slice::nanosPerOp).toList())
        .toList();
  }

  private double steal() {
    return forks.stream()
        .flatMap(fork -> fork.slices().stream())
        .map(Slice::interference)
        .map(Interference::stealFraction)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private OptionalDouble average(Function<ForkEnd, @Nullable Double> value) {
    return forks.stream()
        .map(fork -> value.apply(fork.end()))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average();
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
