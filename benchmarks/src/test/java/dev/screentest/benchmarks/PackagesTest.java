package dev.screentest.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.screentest.domain.MovieStoreProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What the enforcer cannot see: which package knows which, over all modules on the class path. */
class PackagesTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.screentest");

  @Test
  void packagesKnowEachOtherInOneDirectionOnly() {
    slices().matching("dev.screentest.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void anImplementationShowsNothingButItsProvider() {
    String[] implementations =
        ServiceLoader.load(MovieStoreProvider.class).stream()
            .map(provider -> provider.type().getPackageName())
            .toArray(String[]::new);
    assertThat(implementations).isNotEmpty();
    classes()
        .that()
        .resideInAnyPackage(implementations)
        .and()
        .areTopLevelClasses()
        .and()
        .arePublic()
        .should()
        .implement(MovieStoreProvider.class)
        .check(OURS);
  }
}
