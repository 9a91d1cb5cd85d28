package dev.screentest.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CycleTest {

  private static Cycle<Integer> draw(int stream) {
    return Cycle.draw(100, stream, random -> random.nextInt(1_000_000));
  }

  private static List<Integer> take(Cycle<Integer> cycle, int count) {
    return Stream.generate(cycle::next).limit(count).toList();
  }

  @Test
  void everyContestantGetsTheSameArguments() {
    assertThat(take(draw(1), 100)).isEqualTo(take(draw(1), 100));
  }

  @Test
  void everyUserOfRandomNumbersGetsItsOwn() {
    assertThat(take(draw(1), 100)).isNotEqualTo(take(draw(2), 100));
  }

  @Test
  void afterTheLastArgumentComesTheFirst() {
    List<Integer> twice = take(draw(1), 200);

    assertThat(twice.subList(100, 200)).isEqualTo(twice.subList(0, 100));
  }
}
