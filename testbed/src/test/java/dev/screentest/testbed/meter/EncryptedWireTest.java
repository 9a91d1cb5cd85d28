package dev.screentest.testbed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.SelfSignedCertificate;
import dev.screentest.testbed.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class EncryptedWireTest {
  @TempDir private Path folder;

  @Test
  void anEncryptedWireIsCalledUnreadableInsteadOfSilent() throws Exception {
    Map<String, String> settings = SelfSignedCertificate.makeIn(folder);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
      for (String negotiation : new String[] {"postgres", "direct"}) {
        try (WireMeter meter = WireMeter.open()) {
          connect(postgres, meter, "disable", "postgres").close();
          assertThat(meter.isReadable()).isTrue();
          assertThat(meter.counts().connections()).isEqualTo(1);

          connect(postgres, meter, "require", negotiation).close();

          assertThat(meter.isReadable()).isFalse();
          assertThatThrownBy(meter::counts)
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("sslmode=disable");
          assertThatThrownBy(() -> meter.record(() -> {}))
              .isInstanceOf(IllegalStateException.class);
        }
      }
    }
  }

  private static Connection connect(
      EmbeddedPostgres postgres, WireMeter meter, String sslMode, String negotiation)
      throws SQLException {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(postgres.url());
    dataSource.setUser(postgres.user());
    dataSource.setPassword(postgres.password());
    dataSource.setProperty("sslmode", sslMode);
    dataSource.setProperty("sslNegotiation", negotiation);
    for (Map.Entry<String, String> property : meter.driverProperties().entrySet()) {
      dataSource.setProperty(property.getKey(), property.getValue());
    }
    return dataSource.getConnection();
  }
}
