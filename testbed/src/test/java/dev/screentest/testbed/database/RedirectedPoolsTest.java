package dev.screentest.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectedPoolsTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db.example:5433/movies?sslmode=disable&a=b, movies?sslmode=disable&a=b",
    "jdbc:postgresql://db.example/movies, movies",
    "jdbc:postgresql://[::1]:5432/movies, movies",
    "jdbc:postgresql://db.example, ''",
    "jdbc:postgresql:///movies, movies",
    "jdbc:postgresql:movies?a=b, movies?a=b"
  })
  void theAddressTakesThePlaceOfTheHost(String url, String rest) {
    PoolOpener telling =
        (redirected, properties, options) -> {
          throw new SQLException(redirected);
        };
    RedirectedPools pools =
        new RedirectedPools(
            telling, new InetSocketAddress(InetAddress.getLoopbackAddress(), 6000), "a name");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> pools.open(url, Map.of(), PoolOptions.defaults()))
        .withMessage("jdbc:postgresql://localhost:6000/" + rest);
  }

  @Test
  void sessionsHaveTheNameByWhichTheServerKnowsThem() throws SQLException {
    Database database = SharedDatabase.get();
    PoolOpener usual = PoolOpener.linkedBy(RedirectedPoolsTest.class.getClassLoader());
    try (Workspace workspace = database.createWorkspace("RedirectedPoolsTest");
        PooledDatabase pool =
            workspace.openPool(
                PoolOptions.defaults().withSize(1),
                new RedirectedPools(usual, database.address(), "a name"));
        Connection connection = pool.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show application_name")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("a name");
    }
  }

  @Test
  void aUrlWithSeveralHostsHasNoOneAddress() {
    Endpoint several =
        new Endpoint("jdbc:postgresql://one:1,two:2/movies", new Credentials("me", null));
    assertThatThrownBy(several::oneHost)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("several hosts");
    assertThat(
            new Endpoint("jdbc:postgresql://127.0.0.1:7/movies", several.credentials()).oneHost())
        .isEqualTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), 7));
  }
}
