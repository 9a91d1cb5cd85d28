package dev.screentest.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnceTest {

  private final Once<String> arguments = new Once<>(List.of("a", "b", "c"));

  @Test
  void argumentsComeInTheirOrderAndAreUsedThen() {
    assertThat(arguments.next()).isEqualTo("a");
    assertThat(arguments.next()).isEqualTo("b");

    assertThat(arguments.used()).containsExactly("a", "b");
    assertThat(arguments.left()).containsExactly("c");
  }

  @Test
  void noArgumentComesTwice() {
    arguments.next();
    arguments.next();
    arguments.next();

    assertThatThrownBy(arguments::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("mode ss");
  }
}
