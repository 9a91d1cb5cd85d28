package dev.screentest.testbed.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoaderTest {

  @ParameterizedTest
  @EnumSource
  void whatIsStoredIsWhatTheCatalogueSays(DataSet dataSet) throws SQLException {
    Catalogue catalogue = dataSet.catalogue();
    try (Workspace workspace = SharedDatabase.get().createWorkspace("LoaderTest");
        Connection connection = workspace.connect()) {
      Loader.load(connection, catalogue);
      assertThat(Contents.read(connection)).isEqualTo(Contents.of(catalogue));
    }
  }

  @Test
  void textsThatCopyWouldReadOtherwiseArriveAsTheyAre() throws SQLException {
    MovieFacts hostile = new MovieFacts(1, "\\N\t\\.\r\n\\", LocalDate.of(1, 1, 1), null);
    Catalogue catalogue = new OneMovie(hostile);
    try (Workspace workspace = SharedDatabase.get().createWorkspace("LoaderTest");
        Connection connection = workspace.connect()) {
      Loader.load(connection, catalogue);
      assertThat(Contents.read(connection)).isEqualTo(Contents.of(catalogue));
    }
  }

  @Test
  void idsThatFollowDoNotCollide() throws SQLException {
    try (Workspace workspace = SharedDatabase.get().createWorkspace("LoaderTest");
        Connection connection = workspace.connect()) {
      Loader.load(connection, DataSet.SMALL.catalogue());
      try (Statement statement = connection.createStatement();
          ResultSet next = statement.executeQuery("select nextval('movies_id_seq')")) {
        next.next();
        assertThat(next.getLong(1)).isGreaterThan(1_000);
      }
    }
  }

  private record OneMovie(MovieFacts movie) implements Catalogue {

    @Override
    public long movies() {
      return 1;
    }

    @Override
    public long actors() {
      return 0;
    }

    @Override
    public MovieFacts movie(long id) {
      return movie;
    }

    @Override
    public ActorFacts actor(long id) {
      throw new IllegalArgumentException("there are no actors");
    }

    @Override
    public List<Long> cast(long movieId) {
      return List.of();
    }
  }
}
