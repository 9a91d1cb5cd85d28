package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Variant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference store in memory passes every rule that does not need a server as its witness. */
class ReferenceStoreTest {

  private static final List<String> GROUPS_OF_THE_SERVER =
      List.of("FAIL", "FAULT", "RES", "CACHE", "COUNT", "INSERT", "INTEROP");

  private static final List<String> RULES_OF_THE_SERVER =
      List.of(
          "ID-3", "PAGE-11", "STREAM-5", "HOST-8", "ERR-6", "ERR-8", "ERR-16", "CONC-4", "CONC-5");

  @Test
  void itPassesAllRulesButThoseLeftOutByName() {
    ContractRun run = run(Variant.TAUGHT);
    assertThat(run.failed()).isEmpty();
    assertThat(run.leftOut().keySet())
        .isEqualTo(
            withRulesOfTheServer(
                "ID-6", "REL-18", "SAVE-19", "CAP-7", "CAP-8", "CAP-9", "CAP-10", "CAP-11"));
    assertThat(run.passed().size() + run.leftOut().size())
        .isEqualTo(ContractText.get().rules().size());
  }

  @Test
  void aVariantThatCanDoNothingOptionalPassesToo() {
    ContractRun run = run(InMemoryMovieStoreProvider.BARE);
    assertThat(run.failed()).isEmpty();
    assertThat(run.passed()).containsKeys("CAP-7", "CAP-8", "CAP-9", "CAP-10", "CAP-11");
  }

  @Test
  void whatIsLeftOutSaysWhy() {
    ContractRun run = run(InMemoryMovieStoreProvider.BARE);
    assertThat(run.leftOut().get("FAIL-1")).contains("FAIL-1", "no server");
    assertThat(run.leftOut().get("MERGE-1"))
        .contains("MERGE-1", "lacks MERGE", "this variant can do nothing optional");
    assertThat(run(Variant.TAUGHT).leftOut().get("CAP-7")).contains("CAP-7", "has NESTED");
  }

  private static ContractRun run(String variant) {
    return ContractRun.of(
        () -> new MemoryStage(new InMemoryMovieStoreProvider(), variant, UnaryOperator.identity()));
  }

  private static Set<String> withRulesOfTheServer(String... others) {
    Set<String> rules = new TreeSet<>(RULES_OF_THE_SERVER);
    rules.addAll(List.of(others));
    Stream<String> ofGroups =
        ContractText.get().rules().stream()
            .filter(rule -> GROUPS_OF_THE_SERVER.contains(rule.id().group()))
            .map(rule -> rule.id().toString());
    ofGroups.forEach(rules::add);
    return rules;
  }
}
