package dev.screentest.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Capability;
import dev.screentest.domain.Variant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is declared of the variants. */
class HibernateMovieStoreProviderTest {

  private static final Set<Capability> OF_A_SESSION =
      Set.of(
          Capability.STREAM,
          Capability.CASCADE,
          Capability.MERGE,
          Capability.LAZY_LOADING,
          Capability.UNIT_CACHE,
          Capability.AUTOMATIC_DIRTY_CHECKING);

  private final List<Variant> variants = new HibernateMovieStoreProvider().variants();

  @Test
  void theVariantsAreThese() {
    assertThat(variants)
        .extracting(Variant::name)
        .containsExactly("taught", "tuned", "stateless", "identity", "cached");
  }

  @Test
  void tunedCanDoWhateverTaughtCan() {
    assertThat(variant("taught").capabilities()).isEqualTo(OF_A_SESSION);
    assertThat(variant("tuned").capabilities()).isEqualTo(OF_A_SESSION);
  }

  @Test
  void aStatelessSessionInsertsInBulkAndHasNothingOfAPersistenceContext() {
    assertThat(variant("stateless").capabilities())
        .containsExactlyInAnyOrder(
            Capability.BULK, Capability.STREAM, Capability.CASCADE, Capability.MERGE);
  }

  @Test
  void cachedCanDoWhateverTaughtCanAndSaysThatAnswersMayBeOutdated() {
    assertThat(variant("cached").capabilities())
        .containsAll(OF_A_SESSION)
        .contains(Capability.SHARED_CACHE)
        .hasSize(OF_A_SESSION.size() + 1);
    assertThat(variant("cached").summary()).contains("may be outdated");
    assertThat(variant("cached").differentBill()).containsOnlyKeys("COUNT-22", "COUNT-23");
  }

  @Test
  void identityColumnsAreCalledAnAntiPatternAndCostMoreThanPromised() {
    assertThat(variant("identity").summary()).contains("anti-pattern");
    assertThat(variant("identity").differentBill())
        .containsOnlyKeys("COUNT-22", "INSERT-3", "INSERT-4", "INSERT-6");
  }

  @Test
  void aSessionLoadsWhatItDeletesAndAStatelessOneDoesNot() {
    assertThat(variant("taught").differentBill()).containsOnlyKeys("COUNT-22");
    assertThat(variant("tuned").differentBill()).containsOnlyKeys("COUNT-22");
    assertThat(variant("stateless").differentBill()).isEmpty();
  }

  private Variant variant(String name) {
    return variants.stream().filter(variant -> variant.name().equals(name)).findAny().orElseThrow();
  }
}
