package dev.screentest.benchmarks.contestant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContestantsTest {

  private final Contestants contestants = Contestants.onClassPath();

  @Test
  void theBaselineComesFirstAndTheOthersByName() {
    assertThat(contestants.names()).startsWith("jdbc").contains("hibernate", "jdbi", "mybatis");
    assertThat(contestants.names().subList(1, contestants.names().size())).isSorted();
  }

  @Test
  void aNameAloneMeansTheTaughtVariant() {
    Contestant contestant = contestants.resolve("mybatis");

    assertThat(contestant).isEqualTo(new Contestant("mybatis", "taught"));
    assertThat(contestant.label()).isEqualTo("mybatis");
    assertThat(contestants.resolve("mybatis/taught")).isEqualTo(contestant);
  }

  @Test
  void aVariantIsPartOfTheLabel() {
    assertThat(contestants.resolve("broken/talks").label()).isEqualTo("broken/talks");
  }

  @Test
  void onlyTheTaughtVariantOfTheBaselineIsTheBaseline() {
    assertThat(contestants.resolve("jdbc").isBaseline()).isTrue();
    assertThat(new Contestant("jdbc", "tuned").isBaseline()).isFalse();
    assertThat(contestants.resolve("mybatis").isBaseline()).isFalse();
  }

  @Test
  void anUnknownImplementationListsThoseThatThereAre() {
    assertThatThrownBy(() -> contestants.resolve("hybernate"))
        .isInstanceOf(UnknownContestantException.class)
        .hasMessage(
            "There is no implementation 'hybernate'. Valid are: "
                + String.join(", ", contestants.names())
                + ".");
  }

  @Test
  void anUnknownVariantListsThoseOfItsImplementation() {
    assertThatThrownBy(() -> contestants.resolve("broken/whole"))
        .isInstanceOf(UnknownContestantException.class)
        .hasMessageStartingWith(
            "There is no variant of broken 'whole'. Valid are: taught, forgets, talks, saves,")
        .hasMessageContaining(", sets, prepares, scribbles")
        .hasMessageEndingWith(".");
  }
}
