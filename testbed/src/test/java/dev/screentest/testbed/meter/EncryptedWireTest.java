package dev.screentest.testbed.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.testbed.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class EncryptedWireTest {
  private static final String STORE_PASSWORD = "changeit";

  @TempDir private Path folder;

  @Test
  void anEncryptedWireIsCalledUnreadableInsteadOfSilent() throws Exception {
    makeCertificate();
    Map<String, String> settings =
        Map.of(
            "ssl", "on",
            "ssl_cert_file", folder.resolve("server.crt").toString(),
            "ssl_key_file", folder.resolve("server.key").toString());
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

  /** The JDK's keytool makes a key and signs it; PostgreSQL wants both as PEM. */
  private void makeCertificate() throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    writePem("server.crt", "CERTIFICATE", keys.getCertificate("server").getEncoded());
    writePem(
        "server.key",
        "PRIVATE KEY",
        keys.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded());
  }

  private void writePem(String file, String label, byte[] der) throws Exception {
    Path path = folder.resolve(file);
    Files.writeString(
        path,
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(label, Base64.getMimeEncoder().encodeToString(der), label));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
  }
}
