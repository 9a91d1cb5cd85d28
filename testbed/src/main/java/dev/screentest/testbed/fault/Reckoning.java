package dev.screentest.testbed.fault;

import dev.screentest.domain.StoreException;
import dev.screentest.testbed.fault.Attempt.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds what callers were told against what the tables have.
 *
 * @param attempts all units of work, as they ended
 * @param traces what the tables have of them, by key
 * @param struckNanos when the fault struck
 * @param overNanos when it was over
 */
record Reckoning(
    Fault fault,
    int writers,
    Collection<Attempt> attempts,
    Map<String, Traces> traces,
    long struckNanos,
    long overNanos) {

  /** The name of an error in reports. */
  static String nameOf(Exception error) {
    return error instanceof StoreException
        ? error.getClass().getSimpleName()
        : error.getClass().getName();
  }

  DrillReport report(boolean settled) {
    return new DrillReport(
        fault,
        writers,
        count(ended(Outcome.COMMITTED)),
        count(ended(Outcome.FAILED)),
        count(ended(Outcome.UNKNOWN)),
        count(ended(Outcome.UNKNOWN).and(this::isWhole)),
        count(ended(Outcome.COMMITTED).and(attempt -> traces(attempt).equals(Traces.NONE))),
        count(attempt -> traces(attempt).isDoubled()),
        count(attempt -> traces(attempt).isHalf()),
        count(ended(Outcome.FAILED).and(this::isWhole)),
        errors(),
        count(this::isUndocumented),
        Duration.ofNanos(overNanos - struckNanos),
        longest(),
        firstSuccess(attempts),
        allSucceed(),
        settled,
        TimeLine.of(attempts, struckNanos));
  }

  private static Predicate<Attempt> ended(Outcome outcome) {
    return attempt -> attempt.outcome() == outcome;
  }

  private Traces traces(Attempt attempt) {
    return traces.getOrDefault(attempt.key(), Traces.NONE);
  }

  private boolean isWhole(Attempt attempt) {
    return traces(attempt).isWhole();
  }

  private int count(Predicate<Attempt> kind) {
    return Math.toIntExact(attempts.stream().filter(kind).count());
  }

  private SortedMap<String, Integer> errors() {
    SortedMap<String, Integer> errors = new TreeMap<>();
    attempts.stream()
        .filter(ended(Outcome.COMMITTED).negate())
        .forEach(attempt -> errors.merge(attempt.error(), 1, Integer::sum));
    return errors;
  }

  private boolean isUndocumented(Attempt attempt) {
    Set<String> documented =
        fault.documented().stream().map(Class::getSimpleName).collect(Collectors.toSet());
    return attempt.outcome() != Outcome.COMMITTED && !documented.contains(attempt.error());
  }

  private Duration longest() {
    return Duration.ofNanos(
        attempts.stream()
            .filter(attempt -> attempt.isUnderWay(struckNanos, overNanos))
            .mapToLong(Attempt::nanos)
            .max()
            .orElse(0));
  }

  private Optional<Duration> allSucceed() {
    List<Optional<Duration>> first =
        IntStream.range(0, writers)
            .mapToObj(writer -> attempts.stream().filter(by -> by.writer() == writer).toList())
            .map(this::firstSuccess)
            .toList();
    return first.stream().allMatch(Optional::isPresent)
        ? first.stream().flatMap(Optional::stream).max(Duration::compareTo)
        : Optional.empty();
  }

  private Optional<Duration> firstSuccess(Collection<Attempt> some) {
    OptionalLong nanos =
        some.stream()
            .filter(ended(Outcome.COMMITTED))
            .filter(attempt -> attempt.isSince(overNanos))
            .mapToLong(attempt -> attempt.endedNanos() - overNanos)
            .min();
    return nanos.isPresent() ? Optional.of(Duration.ofNanos(nanos.getAsLong())) : Optional.empty();
  }
}
