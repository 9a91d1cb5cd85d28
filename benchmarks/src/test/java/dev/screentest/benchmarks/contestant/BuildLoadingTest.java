package dev.screentest.benchmarks.contestant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.PoolLibrary;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.SharedDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLoadingTest {

  @TempDir private Path folder;

  private Contestants withOther() throws Exception {
    return Contestants.with(List.of(Build.of("old", BuiltJar.other(folder).toString())));
  }

  /** The class path's own driver, as if it were another one. */
  private static Contestants withDriver() throws Exception {
    Class<?> driver = Class.forName("org.postgresql.Driver");
    Path jar = Path.of(driver.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Contestants.with(List.of(Build.of("driver", jar.toString())));
  }

  @Test
  void bothBuildsOfAnImplementationStandSideBySide() throws Exception {
    Contestants contestants = withOther();
    Contestant old = contestants.resolve("jdbc@old");

    assertThat(old.label()).isEqualTo("jdbc@old");
    assertThat(old.twin().label()).isEqualTo("jdbc@old#twin");
    assertThat(contestants.resolve("jdbc@old#twin")).isEqualTo(old.twin());
    assertThat(old.isBaseline()).isFalse();
    assertThat(contestants.framework(old)).isEqualTo("another JDBC 0.9");
    assertThat(contestants.framework(contestants.resolve("jdbc")))
        .startsWith("PostgreSQL JDBC Driver 42.");
  }

  @Test
  void oneNameMeansTwoTypesAndTheContractIsShared() throws Exception {
    Contestants contestants = withOther();
    String name = "dev.screentest.jdbc.JdbcMovieStoreProvider";

    Class<?> here = contestants.loader(contestants.resolve("jdbc")).loadClass(name);
    Class<?> old = contestants.loader(contestants.resolve("jdbc@old")).loadClass(name);

    assertThat(old).isNotEqualTo(here);
    assertThat(MovieStoreProvider.class.isAssignableFrom(old)).isTrue();
    assertThat(MovieStoreProvider.class.isAssignableFrom(here)).isTrue();
    assertThat(old.getClassLoader().loadClass(MovieStore.class.getName()))
        .isSameAs(MovieStore.class);
  }

  @Test
  void theContractsHelpersBelongToTheContestant() throws Exception {
    ClassLoader loader = withOther().loader(new Contestant("jdbc", "taught").in("old"));
    String name = "dev.screentest.domain.spi.GuardedMovieStore";

    assertThat(loader.loadClass(name)).isNotEqualTo(Class.forName(name));
  }

  @Test
  void aPackageIsOfOneVersionOnly() throws Exception {
    ClassLoader loader = withOther().loader(new Contestant("jdbc", "taught").in("old"));

    // The class path has it, but the build has this package and not this class
    assertThatThrownBy(() -> loader.loadClass("dev.screentest.jdbc.JdbcUnit"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void aBuildOffersWhatItsJarsRegisterAndNothingElse() throws Exception {
    Contestants contestants = withOther();

    assertThat(contestants.taught()).extracting(Contestant::label).contains("jdbi", "jdbc@old");
    assertThatThrownBy(() -> contestants.resolve("jdbi@old"))
        .isInstanceOf(UnknownContestantException.class)
        .hasMessage("There is no implementation 'jdbi'. Valid are: jdbc.");
    assertThatThrownBy(() -> contestants.resolve("jdbc@new"))
        .isInstanceOf(UnknownContestantException.class)
        .hasMessage("There is no build 'new'. Valid are: old.");
  }

  @Test
  void withoutAnotherBuildThereIsNoOtherLoader() {
    assertThat(Contestants.onClassPath().loader(new Contestant("jdbc", "taught")))
        .isSameAs(Contestants.class.getClassLoader());
  }

  @Test
  void aBuildThatHasADriverGetsAPoolOfItAndIsMeteredLikeAll() throws Exception {
    Contestants contestants = withDriver();
    Contestant contestant = contestants.resolve("jdbc@driver");
    ClassLoader own = contestants.loader(contestant);

    try (Stage stage =
        Stage.open(
            SharedDatabase.get(),
            contestants,
            contestant,
            DataSet.TUTORIAL.catalogue(),
            PoolOptions.defaults().withSize(1))) {
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
      assertThat(stage.pool().dataSource().getClass().getClassLoader()).isSameAs(own);
      try (var connection = stage.pool().dataSource().getConnection()) {
        Class<?> type = own.loadClass("org.postgresql.PGConnection");
        assertThat(type.getClassLoader()).isSameAs(own);
        assertThat(connection.isWrapperFor(type)).isTrue();
      }
      var counts = stage.wire().measure(() -> stage.store().read(unit -> unit.findMovie(1)));
      assertThat(counts.statements()).isEqualTo(1);
    }
    assertThat(Thread.currentThread().getContextClassLoader()).isNotSameAs(own);
  }

  @Test
  void versionsOfDriverAndPoolAreAskedOfTheBuild() throws Exception {
    Contestants contestants = withDriver();

    assertThat(contestants.sharedLibraries("driver", PoolLibrary.HIKARICP))
        .containsOnlyKeys("HikariCP", "pgjdbc")
        .isEqualTo(contestants.sharedLibraries("", PoolLibrary.HIKARICP));
  }

  @Test
  void aForkIsToldOfItsBuildAlone() throws Exception {
    Path jar = BuiltJar.other(folder);
    Contestants contestants = Contestants.with(List.of(Build.of("old", jar.toString())));

    assertThat(contestants.forkArguments(contestants.resolve("jdbc@old")))
        .containsExactly("-Dscreentest.build=old=" + jar);
    assertThat(contestants.forkArguments(contestants.resolve("jdbi")))
        .containsExactly("-Dscreentest.build==");
    assertThat(Contestants.onClassPath().forkArguments(contestants.resolve("jdbi"))).isEmpty();
  }
}
