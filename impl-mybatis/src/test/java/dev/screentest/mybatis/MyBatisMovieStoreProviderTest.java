package dev.screentest.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;

/** What the provider tells and promises without any database. */
class MyBatisMovieStoreProviderTest {

  private static final MyBatisMovieStoreProvider PROVIDER = new MyBatisMovieStoreProvider();

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(MovieStoreProvider.class).stream())
        .filteredOn(found -> "mybatis".equals(found.type().getAnnotation(StoreName.class).value()))
        .singleElement()
        .satisfies(found -> assertThat(found.type()).isEqualTo(MyBatisMovieStoreProvider.class));
  }

  @Test
  void knowsTheVersionOfMyBatis() {
    assertThat(PROVIDER.version()).matches("3\\.\\d+\\.\\d+");
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

  /** MyBatis parses dynamic SQL for every call; that is worth it only where the text differs. */
  @Test
  void hasDynamicSqlOnlyWhereTheTextDiffers() {
    Configuration configuration = SessionFactories.taught(untouchable()).getConfiguration();

    assertThat(configuration.getMappedStatementNames())
        .filteredOn(name -> name.contains(".")) // the others are short for these
        .filteredOn(
            name ->
                configuration.getMappedStatement(name).getSqlSource() instanceof DynamicSqlSource)
        .containsExactlyInAnyOrder(
            MovieMapper.class.getName() + ".page", MovieMapper.class.getName() + ".search");
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
