package dev.screentest.benchmarks.pool;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a study found: the one model that all views show.
 *
 * @param data what it was made of
 * @param rounds that were begun
 * @param standings by entrant, then cell, in the order of the plan
 * @param openings of cold pools, in the same order
 * @param sizings in the same order
 * @param failures cells without a result, fork by fork
 */
@JsonPropertyOrder("header")
public record PoolReport(
    @JsonIgnore PoolData data,
    int rounds,
    List<Standing> standings,
    List<ColdStanding> openings,
    List<Sizing> sizings,
    List<CellFailure> failures) {

  public PoolReport {
    standings = List.copyOf(standings);
    openings = List.copyOf(openings);
    sizings = List.copyOf(sizings);
    failures = List.copyOf(failures);
  }

  /** Returns what the study set out to do. */
  @JsonProperty
  public PoolHeader header() {
    return data.header();
  }

  /** Returns the standing of an entrant in a cell. */
  public Optional<Standing> standing(Entrant entrant, Cell cell) {
    return standings.stream()
        .filter(standing -> standing.entrant().equals(entrant) && standing.cell().equals(cell))
        .findFirst();
  }

  /** Returns the standings of which the numbers contradict each other. */
  public Stream<Standing> broken() {
    return standings.stream()
        .filter(standing -> standing.little() != null && standing.little().isBroken());
  }

  /** Returns the standings to which Little's law was put. */
  public Stream<Standing> checked() {
    return standings.stream().filter(standing -> standing.little() != null);
  }

  /** Returns whether something has no number, or one that is not to be trusted. */
  public boolean hasFailure() {
    return !failures.isEmpty()
        || broken().findAny().isPresent()
        || standings.stream().anyMatch(standing -> standing.errors() > 0);
  }
}
