package dev.screentest.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
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

  @Test
  void hasTheVariantsThatItsReadmeExplains() {
    assertThat(PROVIDER.variants())
        .extracting(Variant::name)
        .containsExactly("taught", "tuned", "annotations", "returning");
  }

  /** Else MyBatis learns by an exception, for every row, that it must ask for access first. */
  @Test
  void mapsRowsToConstructorsThatReflectionMayCallAtOnce() throws NoSuchMethodException {
    for (Configuration configuration :
        List.of(
            SessionFactories.plain(untouchable(), MapperTypes.ANNOTATED).getConfiguration(),
            SessionFactories.tuned(untouchable()).getConfiguration())) {
      for (String name : configuration.getResultMapNames()) {
        if (!name.contains(".")) {
          continue; // short for one of the others
        }
        ResultMap map = configuration.getResultMap(name);
        List<ResultMapping> arguments = map.getConstructorResultMappings();
        if (!arguments.isEmpty()) {
          Class<?>[] types =
              arguments.stream().map(ResultMapping::getJavaType).toArray(Class<?>[]::new);
          assertThat(map.getType()).as(name).isPublic();
          assertThat(Modifier.isPublic(map.getType().getDeclaredConstructor(types).getModifiers()))
              .as("constructor for %s is public", name)
              .isTrue();
        }
      }
    }
  }

  /** MyBatis parses dynamic SQL for every call; that is worth it only where the text differs. */
  @Test
  void hasDynamicSqlOnlyWhereTheTextDiffers() {
    Configuration configuration =
        SessionFactories.plain(untouchable(), MapperTypes.XML).getConfiguration();

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
