package dev.screentest.testbed.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoaderTest {

  @ParameterizedTest
  @EnumSource(names = {"TUTORIAL", "SMALL"})
  void whatIsStoredIsWhatTheCatalogueSays(DataSet dataSet) throws SQLException {
    Catalogue catalogue = dataSet.catalogue();
    try (Workspace workspace = SharedDatabase.get().createWorkspace("LoaderTest");
        Connection connection = workspace.connect()) {
      Loader.load(connection, catalogue);
      assertThat(Contents.read(connection)).isEqualTo(Contents.of(catalogue));
    }
  }

  @Test
  void progressIsToldForEveryTableUntilItIsDone() throws SQLException {
    Map<String, Long> done = new LinkedHashMap<>();
    List<Long> told = new ArrayList<>();
    try (Workspace workspace = SharedDatabase.get().createWorkspace("LoaderTest");
        Connection connection = workspace.connect()) {
      Catalogue catalogue = DataSet.MEDIUM.catalogue();
      long bytes =
          Loader.load(
              connection,
              catalogue,
              (table, owners, total) -> {
                assertThat(total).isEqualTo(350_000);
                told.add(owners);
                done.put(table, owners);
              });
      assertThat(done)
          .containsExactly(
              entry("movies", 25_000L),
              entry("actors", 125_000L),
              entry("movies_actors", 150_000L),
              entry("stuntmen", 250_000L),
              entry("contact_details", 350_000L));
      assertThat(told).isSorted().startsWith(0L).hasSizeGreaterThan(30);
      assertThat(bytes).isGreaterThan(10_000_000);
      assertThat(ContentDigest.read(connection)).isEqualTo(ContentDigest.of(catalogue));
    }
  }

  @Test
  void aRowThatCannotBeSentLeavesNothingAndNoOpenCopy() throws SQLException {
    try (Workspace workspace = SharedDatabase.get().createWorkspace("LoaderTest");
        Connection connection = workspace.connect()) {
      Catalogue loneSurrogate = new OneMovie(new MovieFacts(1, "\ud800", null, null));
      assertThatThrownBy(() -> Loader.load(connection, loneSurrogate))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a row is no valid Unicode text");
      assertThat(Contents.read(connection).movies()).isEmpty();
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
  void foreignKeysAreCheckedAgainAfterwards() throws SQLException {
    try (Workspace workspace = SharedDatabase.get().createWorkspace("LoaderTest");
        Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      Loader.load(connection, DataSet.TUTORIAL.catalogue());
      assertThatThrownBy(() -> statement.execute("insert into movies_actors values (99, 99)"))
          .hasMessageContaining("foreign key");
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
