package dev.screentest.testbed.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a drill found: how its units of work ended for their callers, held against what the tables
 * have of them.
 *
 * @param fault what struck
 * @param writers how many threads performed units of work
 * @param committed units that returned
 * @param failed units that threw something that promises that nothing is stored
 * @param unknown units that threw what says that nobody knows
 * @param unknownStored those of them that are stored
 * @param lost units that returned, and of which nothing is stored
 * @param doubled units of which more is stored than one writes
 * @param half units of which a part is stored
 * @param wronglyFailed units that failed, and of which all is stored all the same
 * @param errors how many units ended with which exception, by its simple name where it is one of
 *     the contract's, and by its whole name where it is not
 * @param undocumented how many of them the contract does not provide for this fault
 * @param lasted how long the fault took until it was over
 * @param longest how long the longest unit took that was under way meanwhile; zero without one
 * @param firstSuccess from then to the end of the first unit that began later and was committed;
 *     empty if there was none
 * @param allSucceed the same until every writer had one
 * @param settled whether all came to rest after it: every writer succeeded again and the pool was
 *     full, with nothing borrowed; where the fault does not pass, every writer was told so
 * @param timeLine how many units ended when
 */
public record DrillReport(
    Fault fault,
    int writers,
    int committed,
    int failed,
    int unknown,
    int unknownStored,
    int lost,
    int doubled,
    int half,
    int wronglyFailed,
    SortedMap<String, Integer> errors,
    int undocumented,
    Duration lasted,
    Duration longest,
    Optional<Duration> firstSuccess,
    Optional<Duration> allSucceed,
    boolean settled,
    TimeLine timeLine) {

  /** Whoever gets a CPU late begins late, and is held for a part of the time only. */
  private static final int LEAST_PART_HELD = 3;

  /** Copies the errors. */
  public DrillReport {
    errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
  }

  /** Returns what must not be, in words; empty if all is well. */
  public List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    complain(complaints, lost, "committed, and nothing of it is stored");
    complain(complaints, doubled, "stored more than once");
    complain(complaints, half, "stored in part");
    complain(complaints, wronglyFailed, "reported as failed, and stored all the same");
    complain(complaints, undocumented, "ended with an error that is not for this fault: " + errors);
    OptionalInt hit = fault.unitsHit(writers);
    if (hit.isPresent() && hit.getAsInt() != failed + unknown) {
      complaints.add(
          "%d units were hit in place of %d: %s"
              .formatted(failed + unknown, hit.getAsInt(), errors));
    }
    if (fault.holdsUnits() && longest.compareTo(lasted.dividedBy(LEAST_PART_HELD)) < 0) {
      complaints.add(
          "no unit was held back: the fault lasted %d ms, the longest unit %d ms"
              .formatted(lasted.toMillis(), longest.toMillis()));
    }
    if (!settled) {
      complaints.add(
          fault.passes()
              ? "the pool did not recover: not every writer had a connection again"
              : "somebody still waits for a server that has gone");
    }
    return complaints;
  }

  private static void complain(List<String> complaints, int units, String what) {
    if (units > 0) {
      complaints.add(units + (units == 1 ? " unit " : " units ") + what);
    }
  }
}
