package dev.screentest.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.screentest.domain.Capability;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the provider tells and promises without any database. */
class JdbiMovieStoreProviderTest {

  private static final JdbiMovieStoreProvider PROVIDER = new JdbiMovieStoreProvider();

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(MovieStoreProvider.class).stream())
        .filteredOn(found -> "jdbi".equals(found.type().getAnnotation(StoreName.class).value()))
        .singleElement()
        .satisfies(found -> assertThat(found.type()).isEqualTo(JdbiMovieStoreProvider.class));
  }

  @Test
  void knowsTheVersionOfJdbi() {
    assertThat(PROVIDER.version()).matches("3\\.\\d+\\.\\d+");
  }

  @Test
  void hasTheVariantsThatItsReadmeExplains() {
    assertThat(PROVIDER.variants())
        .extracting(Variant::name)
        .containsExactly(Variant.TAUGHT, "tuned", "sqlobject", "returning");
  }

  @Test
  void lacksInEachVariantWhatNeedsASessionOrACacheAndNothingElse() {
    assertThat(PROVIDER.variants())
        .allSatisfy(
            variant ->
                assertThat(variant.missing())
                    .containsOnlyKeys(
                        Capability.LAZY_LOADING,
                        Capability.UNIT_CACHE,
                        Capability.AUTOMATIC_DIRTY_CHECKING,
                        Capability.SHARED_CACHE));
  }

  @Test
  void declaresADifferentBillForIdsThatTheInsertReturnsOnly() {
    assertThat(PROVIDER.variants())
        .filteredOn(variant -> !variant.differentBill().isEmpty())
        .singleElement()
        .satisfies(
            variant -> {
              assertThat(variant.name()).isEqualTo("returning");
              assertThat(variant.differentBill())
                  .containsOnlyKeys("INSERT-3", "INSERT-4", "INSERT-6");
            });
  }

  @Test
  void refusesAVariantThatItDoesNotHaveAndNamesThoseItHas() {
    Variant unknown = new Variant("telepathic", "reads minds", Map.of());

    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> PROVIDER.open(untouchable(), unknown))
        .withMessageContaining("telepathic")
        .withMessageContaining("taught");
  }

  @Test
  void opensAStoreWithoutTouchingTheDataSource() {
    for (Variant variant : PROVIDER.variants()) {
      MovieStore store = PROVIDER.open(untouchable(), variant);
      store.close();
    }
  }

  /** A data source of which every use fails. */
  private static DataSource untouchable() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              throw new AssertionError(method.getName() + " was called");
            });
  }
}
