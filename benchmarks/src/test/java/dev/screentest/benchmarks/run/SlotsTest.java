package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {

  private static final List<String> CONTESTANTS = List.of("jdbc", "hibernate", "jdbi", "jdbc#twin");

  @Test
  void inAsManyRoundsAsThereAreContestantsEachHasEachSlotOnce() {
    for (String contestant : CONTESTANTS) {
      assertThat(
              IntStream.rangeClosed(1, CONTESTANTS.size())
                  .map(round -> Slots.order(CONTESTANTS, 7, round).indexOf(contestant)))
          .containsExactlyInAnyOrder(0, 1, 2, 3);
    }
  }

  @Test
  void whoBeginsDependsOnTheSeedAndNotOnTheName() {
    Set<String> first = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      first.add(Slots.order(CONTESTANTS, seed, 1).get(0));
    }

    assertThat(first).containsExactlyInAnyOrderElementsOf(CONTESTANTS);
    assertThat(Slots.order(CONTESTANTS, 7, 3)).isEqualTo(Slots.order(CONTESTANTS, 7, 3));
  }

  @Test
  void whereEachRoundIsDrawnEveryoneFollowsEveryoneElse() {
    Set<List<String>> pairs = new HashSet<>();
    Set<String> first = new HashSet<>();
    for (int round = 1; round <= 100; round++) {
      List<String> order = Slots.drawn(CONTESTANTS, 7, round);
      assertThat(order).containsExactlyInAnyOrderElementsOf(CONTESTANTS);
      first.add(order.get(0));
      for (int slot = 1; slot < order.size(); slot++) {
        pairs.add(order.subList(slot - 1, slot + 1));
      }
    }

    assertThat(first).hasSize(CONTESTANTS.size());
    assertThat(pairs).hasSize(CONTESTANTS.size() * (CONTESTANTS.size() - 1));
  }

  @Test
  void whatIsDrawnForARoundDependsOnTheSeedAndTheRoundAlone() {
    assertThat(Slots.drawn(CONTESTANTS, 7, 3)).isEqualTo(Slots.drawn(CONTESTANTS, 7, 3));

    Set<List<String>> orders = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      orders.add(Slots.drawn(CONTESTANTS, seed, 3));
    }
    assertThat(orders).hasSizeGreaterThan(12);
  }
}
