package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.contract.InMemoryMovieStoreProvider.Sabotage;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.Variant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the suite says of a store with one thing done wrong. */
record Blame(ContractRun run) {

  /** Runs all rules against the reference store with sabotaged sessions. */
  static Blame ofSessions(Sabotage sabotage) {
    return of(
        () ->
            new MemoryStage(
                new InMemoryMovieStoreProvider(sabotage),
                Variant.TAUGHT,
                UnaryOperator.identity()));
  }

  /** Runs all rules against the reference store behind a saboteur. */
  static Blame ofStore(UnaryOperator<MovieStore> saboteur) {
    return of(() -> new MemoryStage(new InMemoryMovieStoreProvider(), Variant.TAUGHT, saboteur));
  }

  private static Blame of(Supplier<Stage> stage) {
    return new Blame(ContractRun.of(stage));
  }

  /** Asserts that these rules failed and no others. */
  Blame isFor(String... rules) {
    assertThat(run.failed().keySet())
        .as("rules that failed, as %s", run.failed())
        .isEqualTo(new TreeSet<>(List.of(rules)));
    return this;
  }

  /** Asserts that these rules failed, for a fault without which nothing much can work. */
  Blame isAtLeastFor(String... rules) {
    assertThat(run.failed().keySet()).contains(rules);
    return this;
  }

  /** Asserts that these groups, or rules, have nothing to do with it. */
  Blame spares(String... groupsOrRules) {
    assertThat(run.failed().keySet())
        .noneMatch(
            failed ->
                Stream.of(groupsOrRules)
                    .anyMatch(spared -> failed.equals(spared) || failed.startsWith(spared + "-")));
    return this;
  }

  /** Asserts that a rule's failure says something that helps. */
  Blame says(String rule, String... parts) {
    assertThat(run.failed().get(rule)).startsWith(rule + ": ").contains(parts);
    return this;
  }
}
