package dev.screentest.testbed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSpecParserTest {
  private static final Map<String, String> NOTHING = Map.of();

  @Test
  void understandsTheThreeKinds() {
    assertThat(DatabaseSpecParser.parse("embedded", NOTHING))
        .isEqualTo(new DatabaseSpec.Embedded());
    assertThat(DatabaseSpecParser.parse("testcontainers", NOTHING))
        .isEqualTo(new DatabaseSpec.Testcontainers(Optional.empty()));
    assertThat(DatabaseSpecParser.parse("testcontainers:reg.example:5000/pg:18@x", NOTHING))
        .isEqualTo(new DatabaseSpec.Testcontainers(Optional.of("reg.example:5000/pg:18@x")));
    assertThat(DatabaseSpecParser.parse("jdbc:postgresql://a:1,b:2/db?sslmode=require", NOTHING))
        .isEqualTo(
            new DatabaseSpec.External(
                "jdbc:postgresql://a:1,b:2/db?sslmode=require", new Credentials(null, null)));
  }

  @Test
  void takesCredentialsOutOfTheUrl() {
    DatabaseSpec spec =
        DatabaseSpecParser.parse(
            "jdbc:postgresql://a/db?user=ann&password=p%26%25w&ssl=true", NOTHING);

    assertThat(spec)
        .isEqualTo(
            new DatabaseSpec.External(
                "jdbc:postgresql://a/db?ssl=true", new Credentials("ann", "p&%w")));
    assertThat(spec.toString()).doesNotContain("p%26", "p&");
    assertThat(((DatabaseSpec.External) spec).credentials().toString()).isEqualTo("user ann");
  }

  @Test
  void takesCredentialsFromTheEnvironmentUnlessTheUrlHasThem() {
    Map<String, String> environment = Map.of("PGUSER", "ann", "PGPASSWORD", "secret");

    assertThat(DatabaseSpecParser.parse("jdbc:postgresql://a/db", environment))
        .isEqualTo(
            new DatabaseSpec.External("jdbc:postgresql://a/db", new Credentials("ann", "secret")));
    assertThat(DatabaseSpecParser.parse("jdbc:postgresql://a/db?user=bob", environment))
        .isEqualTo(
            new DatabaseSpec.External("jdbc:postgresql://a/db", new Credentials("bob", "secret")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "h2",
        "postgres://ann:secret@host/db",
        "jdbc:postgresql://ann:secret@host:5432/db",
        "jdbc:postgresql://host:port/db?password=secret",
        "jdbc:postgresql://host:1,host:/db?password=secret",
        "jdbc:postgresql://host/db?sslpassword=secret",
        "jdbc:postgresql://host/db?password=secret%2",
        "jdbc:mysql://host/db?password=secret",
        "testcontainers:",
        "testcontainers:secret image"
      })
  void refusesEverythingElseListingTheValidFormsAndNoPassword(String text) {
    assertThatThrownBy(() -> DatabaseSpecParser.parse(text, NOTHING))
        .isInstanceOf(InvalidDatabaseSpecException.class)
        .hasMessageContaining("Valid are: embedded; testcontainers;")
        .satisfies(e -> assertThat(StackTraces.of(e)).doesNotContain("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:db",
        "jdbc:postgresql://host/",
        "jdbc:postgresql://[::1]:5432,other/db",
        "jdbc:postgresql:///db"
      })
  void takesEveryFormOfTheDriver(String url) {
    assertThat(DatabaseSpecParser.parse(url, NOTHING))
        .isEqualTo(new DatabaseSpec.External(url, new Credentials(null, null)));
  }

  @Test
  void repeatsAMisspeltWord() {
    assertThatThrownBy(() -> DatabaseSpecParser.parse("embeded", NOTHING))
        .hasMessageStartingWith("There is no database 'embeded'.");
  }
}
