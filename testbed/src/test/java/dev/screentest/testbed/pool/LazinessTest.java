package dev.screentest.testbed.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.database.ConnectionPool;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.PoolLibrary;
import dev.screentest.testbed.database.PoolOpener;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.meter.WireMeter;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which libraries connect before anybody borrows, and what our openers make of that. */
class LazinessTest {
  private final Map<String, String> environment = SharedDatabase.get().childEnvironment();
  private final String url = environment.getOrDefault(DatabaseSpec.VARIABLE, "");
  private final Map<String, String> properties = new HashMap<>();
  private WireMeter wire = WireMeter.open();

  @BeforeEach
  void meterTheDriver() {
    wire = WireMeter.open();
    properties.putAll(wire.driverProperties());
    properties.put("sslmode", "disable");
    properties.put("gssEncMode", "disable");
    copy("PGUSER", "user");
    copy("PGPASSWORD", "password");
  }

  private void copy(String variable, String property) {
    if (environment.containsKey(variable)) {
      properties.put(property, environment.getOrDefault(variable, ""));
    }
  }

  @AfterEach
  void closeMeter() {
    wire.close();
  }

  @Test
  void commonsDbcpConnectsWhenSomebodyBorrows() throws SQLException {
    try (ConnectionPool pool =
        Dbcp2PoolOpener.build(url, properties, PoolOptions.defaults().withSize(2))) {
      assertThat(connections()).isZero();
      pool.dataSource().getConnection().close();
      assertThat(connections()).isEqualTo(1);
    }
  }

  @Test
  void c3p0ConnectsWhenSomebodyBorrows() throws SQLException {
    try (ConnectionPool pool =
        C3p0PoolOpener.build(url, properties, PoolOptions.defaults().withSize(1))) {
      assertThat(connections()).isZero();
      pool.dataSource().getConnection().close();
      assertThat(connections()).isEqualTo(1);
    }
  }

  @Test
  void agroalConnectsOnlyForWhatItIsToKeep() throws SQLException {
    try (ConnectionPool pool =
        AgroalPoolOpener.build(url, properties, PoolOptions.defaults().withSizes(0, 2))) {
      assertThat(connections()).isZero();
      pool.dataSource().getConnection().close();
      assertThat(connections()).isEqualTo(1);
    }
  }

  @Test
  void viburConnectsOnlyForWhatItIsToKeep() throws SQLException {
    PoolOptions options = PoolOptions.defaults().withLibrary(PoolLibrary.VIBUR);
    try (ConnectionPool pool = ViburPoolOpener.build(url, properties, options.withSizes(0, 2))) {
      assertThat(connections()).isZero();
      pool.dataSource().getConnection().close();
      assertThat(connections()).isEqualTo(1);
    }
    try (ConnectionPool full = ViburPoolOpener.build(url, properties, options.withSize(2))) {
      assertThat(full.state().total()).isEqualTo(2);
      assertThat(connections()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void anOpenedPoolHasItsFirstConnection(PoolLibrary library) throws SQLException {
    try (ConnectionPool pool = open(url, library)) {
      assertThat(connections()).isEqualTo(1);
      assertThat(pool.state().total()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void aServerThatIsNotThereIsFoundOutWhenThePoolIsOpened(PoolLibrary library) {
    assertThatThrownBy(() -> open("jdbc:postgresql://localhost:1/nowhere", library))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
  }

  private ConnectionPool open(String server, PoolLibrary library) throws SQLException {
    return PoolOpener.linkedBy(LazinessTest.class.getClassLoader())
        .open(server, properties, PoolOptions.defaults().withSize(1).withLibrary(library));
  }

  private long connections() {
    return wire.counts().connections();
  }
}
