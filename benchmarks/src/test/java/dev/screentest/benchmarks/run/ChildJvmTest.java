package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.SharedDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildJvmTest {

  /** Ends with the sum of what it finds. */
  public static final class Child {

    private Child() {}

    /** Looks for the database in the environment, and for the password everywhere else. */
    public static void main(String[] args) {
      String password = System.getenv().getOrDefault("PGPASSWORD", "");
      boolean told =
          System.getenv().getOrDefault(DatabaseSpec.VARIABLE, "").startsWith("jdbc:postgresql:")
              && ChildJvm.serverKind().isPresent()
              && List.of(args).equals(List.of("an argument", "another"));
      boolean leaked =
          !password.isEmpty()
              && (String.join(" ", args) + ManagementFactory.getRuntimeMXBean().getInputArguments())
                  .contains(password);
      System.exit(told && !leaked ? 42 : 1);
    }
  }

  @Test
  void aChildFindsTheDatabaseInItsEnvironmentAndNoPasswordElsewhere()
      throws IOException, InterruptedException {
    assertThat(ChildJvm.serverKind()).isEmpty();

    assertThat(
            ChildJvm.run(
                SharedDatabase.get(), Child.class.getName(), List.of("an argument", "another")))
        .isEqualTo(42);
  }
}
