package dev.screentest.testbed;

import dev.screentest.testbed.embedded.ServerFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;

/** A key that the JDK's keytool makes and signs, as PostgreSQL wants it. */
public final class SelfSignedCertificate {
  private static final String STORE_PASSWORD = "changeit";
  private static final String ALIAS = "server";

  private final Path folder;

  private SelfSignedCertificate(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes one in a folder, and returns the settings of a server of ours that offers TLS with it.
   * The folder and all in it is then for that server.
   */
  public static Map<String, String> makeIn(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    SelfSignedCertificate certificate = new SelfSignedCertificate(folder);
    KeyStore keys = certificate.generate();
    Map<String, String> settings =
        Map.of(
            "ssl",
            "on",
            "ssl_cert_file",
            certificate.writePem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()),
            "ssl_key_file",
            certificate.writePem(
                "PRIVATE KEY", keys.getKey(ALIAS, STORE_PASSWORD.toCharArray()).getEncoded()));
    ServerFiles.give(folder);
    return settings;
  }

  private KeyStore generate() throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
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
    if (keytool.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("keytool.log")));
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    return keys;
  }

  private String writePem(String label, byte[] der) throws IOException {
    Path path = folder.resolve(label.replace(' ', '-') + ".pem");
    Files.writeString(
        path,
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(label, Base64.getMimeEncoder().encodeToString(der), label));
    // PostgreSQL refuses a key that others may read.
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    return path.toString();
  }
}
