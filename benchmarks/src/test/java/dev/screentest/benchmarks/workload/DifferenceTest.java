package dev.screentest.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  /** Public, as all that the tests of workloads compare: its values are read by reflection. */
  public record Person(String name, @Nullable List<Integer> numbers) {}

  @Test
  void equalValuesPass() {
    assertThatCode(
            () ->
                Difference.requireNone(
                    "x", new Person("A", List.of(1)), new Person("A", List.of(1))))
        .doesNotThrowAnyException();
  }

  @Test
  void theMessageLeadsToTheFirstDifference() {
    List<Person> expected = List.of(new Person("A", List.of(1, 2)), new Person("B", List.of(3)));
    List<Person> actual = List.of(new Person("A", List.of(1, 2)), new Person("b", List.of(4)));

    assertThatThrownBy(() -> Difference.requireNone("people", expected, actual))
        .isInstanceOf(WrongAnswerException.class)
        .hasMessage("people[1].name: expected \"B\" but was \"b\"");
  }

  @Test
  void aListThatIsTooShortOrTooLongIsADifferenceOfSize() {
    assertThat(Difference.find("", List.of(1, 2), List.of(1)))
        .contains(new Difference(".size", 2, 1));
    assertThat(Difference.find("", List.of(1), List.of(1, 2)))
        .contains(new Difference(".size", 1, 2));
  }

  @Test
  void anOptionalDiffersInItsValueOrAsAWhole() {
    assertThat(Difference.find("", Optional.of(List.of(1)), Optional.of(List.of(2))))
        .contains(new Difference("[0]", 1, 2));
    assertThat(Difference.find("", Optional.of(1), Optional.empty()))
        .contains(new Difference("", Optional.of(1), Optional.empty()));
  }

  @Test
  void nullDiffersFromEverythingElse() {
    assertThat(Difference.find("", new Person("A", List.of()), new Person("A", null)))
        .contains(new Difference(".numbers", List.of(), null));
    assertThat(Difference.find("", Arrays.asList("A"), Arrays.asList((String) null)))
        .contains(new Difference("[0]", "A", null));
  }
}
