package dev.screentest.benchmarks.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run recorded so far.
 *
 * @param entries in the order of the journal, without the header
 */
public record RunData(RunHeader header, List<JournalEntry> entries) {

  public RunData {
    entries = List.copyOf(entries);
  }

  /** Returns the entries of one kind, in the order of the journal. */
  public <E extends JournalEntry> Stream<E> entries(Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast);
  }

  /**
   * Returns the whole forks of each cell by their round. Of several attempts at a round the last
   * counts, and only if it came to its end.
   */
  public Map<CellId, Map<Integer, Fork>> forks() {
    Map<Attempt, List<Slice>> open = new HashMap<>();
    Map<CellId, Map<Integer, Fork>> forks = new HashMap<>();
    for (JournalEntry entry : entries) {
      if (entry instanceof ForkStart start) {
        open.put(new Attempt(start.cell(), start.round()), new ArrayList<>());
        Map<Integer, Fork> ofCell = forks.get(start.cell());
        if (ofCell != null) {
          ofCell.remove(start.round());
        }
      } else if (entry instanceof Slice slice && !slice.isWarmup()) {
        List<Slice> slices = open.get(new Attempt(slice.cell(), slice.round()));
        if (slices != null) {
          slices.add(slice);
        }
      } else if (entry instanceof ForkEnd end) {
        @Nullable List<Slice> slices = open.remove(new Attempt(end.cell(), end.round()));
        if (slices != null && !slices.isEmpty()) {
          forks
              .computeIfAbsent(end.cell(), first -> new TreeMap<>())
              .put(end.round(), new Fork(end, slices));
        }
      }
    }
    return forks;
  }

  private record Attempt(CellId cell, int round) {}
}
