package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.domain.Variant;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a provider says about itself, and that it does not promise what its variants lack. */
abstract class CapabilityRules extends Rules {

  CapabilityRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check the order of the variants: the taught one is the default everywhere")
  final void cap_1_theFirstVariantIsTheTaughtOne() {
    assertThat(provider().variants().get(0).name()).isEqualTo(Variant.TAUGHT);
  }

  @Test
  @IfThisFails("check the names: users type them after the implementation's name")
  final void cap_2_variantsHaveNamesOfTheirOwnAndASummary() {
    List<Variant> variants = provider().variants();
    assertThat(variants).extracting(Variant::name).doesNotHaveDuplicates();
    assertThat(variants)
        .allSatisfy(
            variant -> {
              assertThat(variant.name()).matches("[a-z][a-z0-9-]*");
              assertThat(variant.summary()).isNotBlank().doesNotContain("\n");
            });
  }

  @Test
  @IfThisFails("check that whoever reads a table learns why a cell is empty")
  final void cap_3_everyMissingCapabilityHasAReason() {
    for (Variant variant : provider().variants()) {
      assertThat(variant.missing())
          .as("missing in %s", variant.name())
          .allSatisfy((capability, reason) -> assertThat(reason).isNotBlank());
    }
  }

  @Test
  @IfThisFails(
      "check where the version comes from: the framework on the class path, not a constant")
  final void cap_4_theFrameworkIsNamedWithItsVersion() {
    assertThat(provider().framework()).isNotBlank();
    assertThat(provider().version()).isNotBlank().containsPattern("[0-9]");
  }

  @Test
  @IfThisFails("check @StoreName on the provider")
  final void cap_5_theProviderHasAName() {
    StoreName name = provider().getClass().getAnnotation(StoreName.class);
    assertThat(name).as("@StoreName on %s", provider().getClass()).isNotNull();
    assertThat(name.value()).matches("[a-z][a-z0-9-]*");
  }

  @Test
  @IfThisFails("check that ServiceLoader can make the provider: a public class, and a constructor")
  final void cap_6_theProviderCanBeMadeByServiceLoader() throws ReflectiveOperationException {
    Class<?> type = provider().getClass();
    assertThat(Modifier.isPublic(type.getModifiers())).as("%s is public", type).isTrue();
    assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
  }

  @Test
  @NeedsLackOf(Capability.NESTED)
  @IfThisFails("check that what was declared missing is refused, and not approximated")
  final void cap_7_withoutNestedAFetchByItIsRefused() {
    for (UnitKind kind : UnitKind.values()) {
      assertRefused(
          Capability.NESTED,
          kind,
          unit -> unit.moviesWithCast(IdRange.of(1), FetchDepth.ACTORS, FetchStrategy.NESTED));
    }
  }

  @Test
  @NeedsLackOf(Capability.BULK)
  @IfThisFails("check that what was declared missing is refused, and not approximated")
  final void cap_8_withoutBulkAnInsertByItIsRefused() {
    assertRefused(
        Capability.BULK,
        UnitKind.WRITE,
        unit -> unit.saveAll(List.of(new Movie("M", null)), InsertStrategy.BULK));
    assertThat(rows()).isEmpty();
  }

  @Test
  @NeedsLackOf(Capability.STREAM)
  @IfThisFails("check that what was declared missing is refused, and not approximated")
  final void cap_9_withoutStreamAStreamIsRefused() {
    for (UnitKind kind : UnitKind.values()) {
      assertRefused(Capability.STREAM, kind, UnitOfWork::streamMovies);
    }
  }

  @Test
  @NeedsLackOf(Capability.MERGE)
  @IfThisFails("check that what was declared missing is refused, and not approximated")
  final void cap_10_withoutMergeAMergeIsRefused() {
    assertRefused(Capability.MERGE, UnitKind.WRITE, unit -> unit.merge(new Movie(1, "M", null)));
    assertRefused(Capability.MERGE, UnitKind.WRITE, unit -> unit.merge(new Actor(1, "A", null)));
  }

  @Test
  @NeedsLackOf(Capability.CASCADE)
  @IfThisFails("check that a graph that cannot be saved as a whole is refused, and not cut")
  final void cap_11_withoutCascadeAGraphIsRefused() {
    Movie movie = new Movie("M", null);
    movie.addActor(new Actor("A", null));
    assertRefused(Capability.CASCADE, UnitKind.WRITE, unit -> unit.save(movie));
    assertThat(rows()).isEmpty();
  }

  private void assertRefused(Capability capability, UnitKind kind, Consumer<UnitOfWork> step) {
    assertThatExceptionOfType(UnsupportedCapabilityException.class)
        .as("%s in a unit of kind %s", capability, kind)
        .isThrownBy(() -> inUnit(kind, step))
        .withMessageContaining(variant().missing().get(capability))
        .satisfies(failure -> assertThat(failure.capability()).isEqualTo(capability));
  }

  @Test
  @IfThisFails("check the rules that the variant names: each exists, is a SHOULD, and has a reason")
  final void cap_12_aDifferentBillIsDeclaredByTheRuleThatItBreaks() {
    for (Variant variant : provider().variants()) {
      assertThat(variant.differentBill())
          .as("different bill of %s", variant.name())
          .allSatisfy(
              (rule, reason) -> {
                ContractText.get().requireShould(rule);
                assertThat(reason).isNotBlank();
              });
    }
  }
}
