package dev.screentest.benchmarks.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.data.Contents;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TutorialTest {

  /** To the letter, as the tutorial's query script prints it. */
  private static final String PRINTED =
      """

      ### All movies:
      The Bourne Identity was released on 2002-10-11
      Furious 7 was released on 2015-04-02
      Pain & Gain was released on 2013-08-23

      ### Recent movies:
      Furious 7 was released after 2015

      ### Dwayne Johnson movies:
      The Rock starred in Pain & Gain
      The Rock starred in Furious 7

      ### Actors that live in Glendale:
      Dwayne Johnson has a house in Glendale
      Mark Wahlberg has a house in Glendale

      """;

  @ParameterizedTest
  @ValueSource(strings = {"jdbc", "hibernate", "jdbi", "mybatis"})
  void printsTheTutorialAndStoresItsData(String implementation) throws SQLException {
    Contestants contestants = Contestants.onClassPath();
    try (Workspace workspace = SharedDatabase.get().createWorkspace("tutorial test");
        PooledDatabase pool = workspace.openPool(PoolOptions.defaults().withSize(1));
        MovieStore store =
            contestants.open(new Contestant(implementation, Variant.TAUGHT), pool.dataSource())) {

      assertThat(Tutorial.play(store)).isEqualTo(PRINTED);

      try (Connection connection = workspace.connect()) {
        assertThat(Contents.read(connection).movies())
            .extracting(Contents.MovieRow::title)
            .containsExactlyElementsOf(
                Contents.of(DataSet.TUTORIAL.catalogue()).movies().stream()
                    .map(Contents.MovieRow::title)
                    .toList());
      }
    }
  }
}
