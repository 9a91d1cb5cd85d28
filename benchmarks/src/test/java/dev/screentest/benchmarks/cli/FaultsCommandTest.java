package dev.screentest.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DurabilityProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FaultsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine screentest =
      Screentest.commandLine(Map.of("NO_COLOR", "1"))
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  private int run(String... arguments) {
    return screentest.execute(arguments);
  }

  @Test
  void aTableForEachFaultHasALineForEachImplementation() {
    assertThat(
            run(
                "faults",
                "--implementations",
                "jdbc,mybatis",
                "--faults",
                "backend-killed,answer-lost",
                "--database",
                "embedded"))
        .isZero();
    assertThat(out.toString())
        .containsPattern("backend-killed: .*\n  implementation +committed +failed +unknown +lost ")
        .containsPattern(
            "  jdbc +[0-9,]+ +1 +0 +0 +0 +0 +0 .* 1 ConnectionLost +[+.]{3}\\|[+.x]+\n")
        .containsPattern("  mybatis +[0-9,]+ +1 +0 +0 +0 +0 +0 ")
        .containsPattern("answer-lost: .*\n.*\n  jdbc +[0-9,]+ +0 +4 .* 4 CommitUnknown ")
        .containsPattern(
            "4 drills, 0 with something wrong, 0 left out; of [0-9,]+ units of work 0 lost, 0"
                + " doubled\n$");
    assertThat(err.toString()).contains("drilled  answer-lost, mybatis");
  }

  @Test
  void whoLosesWorkFailsTheDrill() {
    assertThat(
            run(
                "faults",
                "--implementations",
                "broken/forgets",
                "--faults",
                "network-stalled",
                "--database",
                "embedded"))
        .isEqualTo(1);
    assertThat(out.toString())
        .containsPattern(
            "FAILED   network-stalled, broken/forgets: [0-9]+ units committed, and nothing of it is"
                + " stored\n");
  }

  @Test
  void aDrillThatDoesNotGetToItsEndIsAFailure() {
    assertThat(
            run(
                "faults",
                "--implementations",
                "broken/commits-each",
                "--faults",
                "backend-killed",
                "--database",
                "embedded"))
        .isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("  broken/commits-each +FAILED\n")
        .contains("FAILED   backend-killed, broken/commits-each: No session was ended");
  }

  @Test
  void aServerOfSomebodyElseIsNotStopped() throws IOException {
    try (Database database =
        Database.start(new DatabaseSpec.Embedded(), DurabilityProfile.MEMORY)) {
      Map<String, String> environment = database.childEnvironment();
      String url =
          environment.get(DatabaseSpec.VARIABLE)
              + "&user="
              + environment.get("PGUSER")
              + "&password="
              + environment.get("PGPASSWORD");
      assertThat(
              run(
                  "faults",
                  "--implementations",
                  "jdbc",
                  "--faults",
                  "server-gone,all-backends-killed",
                  "--json",
                  "--database",
                  url))
          .isZero();
    }
    JsonNode json = JsonMapper.builder().build().readTree(out.toString());
    assertThat(json.at("/sound").asBoolean()).isTrue();
    assertThat(json.at("/leftOut/0/fault").asText()).isEqualTo("server-gone");
    assertThat(json.at("/leftOut/0/reason").asText())
        .isEqualTo("a server of kind external is not stopped; choose --database embedded");
    assertThat(json.at("/drills")).hasSize(1);
    assertThat(json.at("/drills/0/fault").asText()).isEqualTo("all-backends-killed");
    assertThat(json.at("/drills/0/lost").asInt(-1)).isZero();
    assertThat(json.at("/drills/0/firstSuccessMillis").isNumber()).isTrue();
    assertThat(json.at("/drills/0/timeLine/bucketMillis").asInt()).isEqualTo(100);
  }
}
