package dev.screentest.testbed.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDigestTest {

  private final ContentDigest expected = ContentDigest.of(DataSet.TUTORIAL.catalogue());

  @Test
  void serverAndCatalogueAgree() throws SQLException {
    assertThat(ContentDigest.of(DataSet.SMALL.catalogue()))
        .isEqualTo(digestAfter(DataSet.SMALL, "select 1"));
    assertThat(digestAfter(DataSet.TUTORIAL, "select 1").differenceFrom(expected)).isEmpty();
  }

  @Test
  void theOrderOfRowsDoesNotMatter() throws SQLException {
    // An update writes the row again, behind the others
    assertThat(digestAfter(DataSet.TUTORIAL, "update movies set title = title where id = 1"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delete from movies_actors where movie_id = 1           | movies_actors: 3 rows instead of 4
          update movies set release_date = null where id = 1     | movies: as many rows as expected, but not the same values
          update stuntmen set active = false where id = 2        | stuntmen: as many rows as expected, but not the same values
          update actors set name = upper(name) where id = 3      | actors: as many rows as expected, but not the same values
          update contact_details set actor_id = 3 where id = 2   | contact_details: as many rows as expected, but not the same values
          """)
  void everyChangeShows(String change, String difference) throws SQLException {
    assertThat(digestAfter(DataSet.TUTORIAL, change).differenceFrom(expected)).contains(difference);
  }

  private static ContentDigest digestAfter(DataSet dataSet, String change) throws SQLException {
    try (Workspace workspace = SharedDatabase.get().createWorkspace("ContentDigestTest");
        Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      Loader.load(connection, dataSet.catalogue());
      statement.execute(change);
      return ContentDigest.read(connection);
    }
  }
}
