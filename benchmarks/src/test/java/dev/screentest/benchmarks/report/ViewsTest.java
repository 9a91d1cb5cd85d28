package dev.screentest.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.screentest.benchmarks.analysis.Comparison;
import dev.screentest.benchmarks.analysis.RunAnalysis;
import dev.screentest.benchmarks.analysis.RunReport;
import dev.screentest.benchmarks.analysis.Runs;
import dev.screentest.benchmarks.analysis.Standing;
import dev.screentest.benchmarks.result.CellId;
import dev.screentest.benchmarks.result.Delayed;
import dev.screentest.benchmarks.result.ForkFailure;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ViewsTest {

  private static final RunReport REPORT =
      RunAnalysis.of(
          Runs.of("find-movie", "movie-with-cast/100", "insert-graph")
              .measured("find-movie", "jdbc", 10, 51_234, 0.02)
              .measured("find-movie", "jdbc#twin", 10, 51_234, 0.02)
              .measured("find-movie", "hibernate", 10, 61_234, 0.02, 1.1)
              .measured("find-movie", "jdbi", 10, 52_000, 0.04)
              .measured("movie-with-cast/100", "jdbc", 10, 5_189_800, 0.03)
              .measured("movie-with-cast/100", "jdbc#twin", 10, 5_189_800, 0.03)
              .measured("movie-with-cast/100", "hibernate", 10, 12_198_800, 0.03)
              .measured("movie-with-cast/100", "jdbi", 10, 10_476_900, 0.03)
              .withoutNumbers("insert-graph")
              .build());

  private static final RunReport UNTRUSTED =
      RunAnalysis.of(
          Runs.of("find-movie")
              .measured("find-movie", "jdbc", 10, 50_000, 0.01)
              .measured("find-movie", "jdbc#twin", 10, 55_000, 0.01)
              .build());

  private static List<Standing> standings() {
    return REPORT.workloads().stream().flatMap(workload -> workload.standings().stream()).toList();
  }

  private static String render(ReportFormat format) {
    return format.render(REPORT, Palette.PLAIN);
  }

  private static JsonNode json() throws Exception {
    return new ObjectMapper().readTree(render(ReportFormat.JSON));
  }

  @Test
  void theTextFitsHundredColumns() {
    assertThat(render(ReportFormat.TEXT).lines())
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
  }

  @Test
  void hundredColumnsAreEnoughForLargeNumbersToo() {
    RunReport large =
        RunAnalysis.of(
            Runs.of("movie-with-cast/1000")
                .measured("movie-with-cast/1000", "jdbc", 8, 52_000_000, 0.02)
                .measured("movie-with-cast/1000", "hibernate/tuned", 8, 640_000_000, 0.04)
                .measured("movie-with-cast/1000", "jdbi", 8, 52_500_000, 0.2)
                .build());
    String text = ReportFormat.TEXT.render(large, Palette.PLAIN);
    assertThat(text).contains("INCONCLUSIVE").containsPattern("hibernate/tuned.* 12\\.\\d ");
    assertThat(text.lines())
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
  }

  @Test
  void coloursChangeNothingButTheColour() {
    String coloured = ReportFormat.TEXT.render(REPORT, Palette.ANSI);
    assertThat(coloured).contains("\u001b[31mSLOWER\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(render(ReportFormat.TEXT));
    assertThat(render(ReportFormat.TEXT)).doesNotContain("\u001b");
  }

  @Test
  void jsonHasTheFieldsThatProgramsReadAndTheTwin() throws Exception {
    JsonNode json = json();
    assertThat(json.get("noiseFloorPercent").doubleValue()).isEqualTo(REPORT.noiseFloorPercent());
    assertThat(json.get("rounds").intValue()).isEqualTo(10);
    assertThat(json.get("seed").intValue()).isEqualTo(7);
    assertThat(json.get("comparisons")).hasSize(6);
    for (JsonNode comparison : json.get("comparisons")) {
      assertThat(new TreeSet<>(names(comparison)))
          .contains(
              "workload",
              "implementation",
              "baseline",
              "ratio",
              "low",
              "high",
              "verdict",
              "tier",
              "nanosPerOp",
              "bytesPerOp",
              "statementsPerOp",
              "roundTripsPerOp");
    }
    JsonNode twin = json.get("comparisons").get(0);
    assertThat(twin.get("implementation").textValue()).isEqualTo("jdbc#twin");
    assertThat(twin.get("baseline").textValue()).isEqualTo("jdbc");
    JsonNode hibernate = json.get("comparisons").get(1);
    assertThat(hibernate.get("bytesPerOp").doubleValue()).isEqualTo(5_792.4);
    assertThat(hibernate.get("statementsPerOp").doubleValue()).isEqualTo(2);
    assertThat(hibernate.get("roundTripsPerOp").doubleValue()).isEqualTo(2);
    assertThat(hibernate.get("verdict").textValue()).isEqualTo("SLOWER");
    assertThat(json.get("withoutNumber").get(0).get("reason").textValue())
        .isEqualTo("the fork hung");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void theSameNumberIsTheSameInEveryView() throws Exception {
    JsonNode comparisons = json().get("comparisons");
    int next = 0;
    for (Standing standing : standings()) {
      Comparison comparison = standing.comparison();
      if (comparison == null) {
        continue;
      }
      JsonNode ofJson = comparisons.get(next++);
      var interval = Objects.requireNonNull(comparison.interval());
      assertThat(ofJson.get("ratio").doubleValue()).isEqualTo(comparison.ratio());
      assertThat(ofJson.get("low").doubleValue()).isEqualTo(interval.low());
      assertThat(ofJson.get("nanosPerOp").doubleValue()).isEqualTo(standing.nanosPerOp().mean());
      String shown = String.format(Locale.ROOT, "[%.2f, %.2f]", interval.low(), interval.high());
      String micros =
          String.format(Locale.ROOT, "%,.1f", ofJson.get("nanosPerOp").doubleValue() / 1_000);
      String ratio = String.format(Locale.ROOT, "%.2f", comparison.ratio());
      String verdict = ofJson.get("verdict").textValue();
      String tier = ofJson.get("tier").asText();
      String bytes = String.format(Locale.ROOT, "%,.0f", ofJson.get("bytesPerOp").doubleValue());
      String statements = ofJson.get("statementsPerOp").asText().replaceFirst("\\.0$", "");
      assertThat(verdict).isEqualTo(comparison.verdict().name());
      assertThat(bytes).isEqualTo(Wording.bytes(standing.bytesPerOp()));
      assertThat(shown(lineOf(ReportFormat.TEXT, standing).strip().split(" {2,}"), 0))
          .containsExactly(micros, ratio, shown, verdict, tier, bytes, statements);
      String escaped = shown.replace("[", "\\[").replace("]", "\\]");
      assertThat(shown(lineOf(ReportFormat.MARKDOWN, standing).split(" *[|] *"), 1))
          .containsExactly(micros, ratio, escaped, verdict, tier, bytes, statements);
      assertThat(render(ReportFormat.HTML)).contains("<td>" + shown, "<td>" + micros + "</td>");
      assertThat(nanosPerOpByCsv(ofJson.get("workload").textValue(), standing.contestant()))
          .isCloseTo(standing.nanosPerOp().mean(), withinPercentage(1e-6));
    }
  }

  /** The cells from the time to the statements, but for the effect that is detected. */
  private static List<String> shown(String[] cells, int name) {
    return IntStream.of(1, 2, 3, 4, 5, 7, 8).mapToObj(column -> cells[name + column]).toList();
  }

  /** The mean over forks of all their time by all their operations, worked out by a reader. */
  private static double nanosPerOpByCsv(String workload, String contestant) {
    Map<String, double[]> forks = new TreeMap<>();
    for (String line : render(ReportFormat.CSV).lines().toList()) {
      String[] values = line.split(",", -1);
      if (values[0].equals(workload) && values[1].equals(contestant)) {
        double[] sums = forks.computeIfAbsent(values[2], round -> new double[2]);
        sums[0] += Double.parseDouble(values[6]);
        sums[1] += Double.parseDouble(values[5]);
      }
    }
    return forks.values().stream().mapToDouble(sums -> sums[0] / sums[1]).average().orElseThrow();
  }

  /** Contestants have one row in each workload; the time tells which. */
  private static String lineOf(ReportFormat format, Standing standing) {
    String name =
        format == ReportFormat.MARKDOWN
            ? standing.contestant().replace("#", "\\#")
            : standing.contestant();
    String micros = Wording.micros(standing.nanosPerOp().mean());
    return render(format)
        .lines()
        .filter(line -> line.contains(name) && line.contains(micros))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theClientsShareIsInEveryViewForPeopleAndInJson() throws Exception {
    for (ReportFormat format :
        List.of(ReportFormat.TEXT, ReportFormat.MARKDOWN, ReportFormat.HTML)) {
      assertThat(render(format)).as(format.name()).contains("CPU, µs");
    }
    JsonNode hibernate = json().get("comparisons").get(1);
    assertThat(hibernate.get("implementation").textValue()).isEqualTo("hibernate");
    double cpu = hibernate.get("clientCpu").get("ratio").doubleValue();
    // Half of the time of a fork without its stall.
    assertThat(cpu).isCloseTo(hibernate.get("medians").get("ratio").doubleValue(), within(1e-9));
    assertThat(render(ReportFormat.TEXT))
        .containsPattern("find-movie +hibernate +[0-9.]+ +[0-9.]+ +%.2f +\\[".formatted(cpu))
        .containsPattern("find-movie +jdbc +[0-9.]+ +1 *\n");
  }

  @Test
  void aSpotCheckStandsBesideWhatItChecksAndDecidesNothing() throws Exception {
    RunReport report =
        RunAnalysis.of(
            Runs.of("find-movie", "find-movie+unpinned")
                .measured("find-movie", "jdbc", 8, 40_000, 0.01)
                .measured("find-movie", "jdbc#twin", 8, 40_000, 0.01)
                .measured("find-movie", "hibernate", 8, 50_000, 0.01)
                .measured("find-movie+unpinned", "jdbc", 6, 90_000, 0.01)
                .measured("find-movie+unpinned", "jdbc#twin", 6, 120_000, 0.01)
                .measured("find-movie+unpinned", "hibernate", 6, 99_000, 0.01)
                .with(new ForkFailure(new CellId("find-movie+unpinned", "jdbi"), 1, "it hung"))
                .measured("find-movie", "jdbi", 8, 45_000, 0.01)
                .build());
    assertThat(report.omissions()).isEmpty();
    assertThat(report.hasFailure()).isFalse();
    assertThat(report.rounds()).isEqualTo(8);
    assertThat(report.twinCheck().hasFailed()).isFalse();
    assertThat(report.noiseFloorPercent()).isLessThan(5);
    for (ReportFormat format :
        List.of(ReportFormat.TEXT, ReportFormat.MARKDOWN, ReportFormat.HTML)) {
      assertThat(format.render(report, Palette.PLAIN))
          .as(format.name())
          .contains("find-movie, not pinned: a spot check");
    }
    assertThat(ReportFormat.TEXT.render(report, Palette.PLAIN))
        .contains("6 rounds, paired, not pinned; noise floor", "jdbi: it hung")
        .containsPattern("hibernate +9[0-9.]+ +1\\.1\\d +\\[1.* +1\\.2\\d +\\[1")
        .satisfies(
            text ->
                assertThat(text.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100)));
    JsonNode json = new ObjectMapper().readTree(ReportFormat.JSON.render(report, Palette.PLAIN));
    assertThat(json.get("comparisons")).hasSize(3);
    assertThat(json.get("spotChecks")).hasSize(3);
    assertThat(json.get("spotChecks").get(2).get("ratio").doubleValue())
        .isCloseTo(1.1, within(0.02));
    assertThat(render(ReportFormat.TEXT)).doesNotContain("spot check");
  }

  @Test
  void waysToDoTheSameAreSideBySideInEveryViewForPeopleAndInJson() throws Exception {
    RunReport report =
        RunAnalysis.of(
            Runs.of("insert-rows/100/row-by-row", "insert-rows/100/batched")
                .measured("insert-rows/100/row-by-row", "jdbc", 8, 2_000_000, 0)
                .measured("insert-rows/100/batched", "jdbc", 8, 500_000, 0.01)
                .build());
    for (ReportFormat format :
        List.of(ReportFormat.TEXT, ReportFormat.MARKDOWN, ReportFormat.HTML)) {
      assertThat(format.render(report, Palette.PLAIN))
          .as(format.name())
          .contains("insert-rows/100, one way by another");
    }
    assertThat(ReportFormat.TEXT.render(report, Palette.PLAIN))
        .containsPattern("jdbc +insert-rows/100/row-by-row +2,000.0 +1 +1,024 +1 +2\n")
        .containsPattern("jdbc +insert-rows/100/batched +5[0-9.]+ +0\\.25 +\\[0\\.2")
        .satisfies(
            text ->
                assertThat(text.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100)));
    JsonNode ways =
        new ObjectMapper().readTree(ReportFormat.JSON.render(report, Palette.PLAIN)).get("ways");
    assertThat(ways).hasSize(2);
    assertThat(ways.get(0).get("ratio").isNull()).isTrue();
    assertThat(ways.get(1).get("ratio").doubleValue()).isCloseTo(0.25, within(0.01));
    assertThat(ways.get(1).get("reference").textValue()).isEqualTo("insert-rows/100/row-by-row");
    assertThat(render(ReportFormat.TEXT)).doesNotContain("one way by another");
  }

  @Test
  void whatDelaysSayIsInEveryViewForPeopleAndInJson() throws Exception {
    Runs runs = Runs.of("find-movie", "find-movie+1ms");
    for (String contestant : List.of("jdbc", "hibernate")) {
      boolean isBaseline = contestant.equals("jdbc");
      runs.measured("find-movie", contestant, 8, isBaseline ? 45_000 : 65_000, 0)
          .measured("find-movie+1ms", contestant, 8, isBaseline ? 2_045_000 : 3_065_000, 0);
      for (int round = 1; round <= 8; round++) {
        runs.with(
            new Delayed(new CellId("find-movie+1ms", contestant), round, 2_000, 1_000, 1_000_000));
      }
    }
    RunReport report = RunAnalysis.of(runs.build());
    for (ReportFormat format :
        List.of(ReportFormat.TEXT, ReportFormat.MARKDOWN, ReportFormat.HTML)) {
      assertThat(format.render(report, Palette.PLAIN).replaceAll("\\s+", " "))
          .as(format.name())
          .contains("t = a + b × delay, a line for each of 8 rounds")
          .contains("b is 50.0 % above the counted round trips, where forks waited 2.00 times")
          .contains("delay of 1ms: round trips took 1,000.0 µs longer (+0.00 %)");
    }
    assertThat(ReportFormat.TEXT.render(report, Palette.PLAIN).lines())
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
    JsonNode models =
        new ObjectMapper()
            .readTree(ReportFormat.JSON.render(report, Palette.PLAIN))
            .get("costModels");
    assertThat(models).hasSize(2);
    JsonNode hibernate =
        new ObjectMapper()
            .readTree(ReportFormat.JSON.render(report, Palette.PLAIN))
            .get("comparisons")
            .get(1);
    assertThat(hibernate.get("workload").textValue()).isEqualTo("find-movie+1ms");
    assertThat(hibernate.get("clientCpu").isNull()).as("it waits by turning round").isTrue();
    assertThat(models.get(0).get("isContradicted").booleanValue()).isFalse();
    assertThat(models.get(0).get("negligibleFromDelayNanos").isNull()).isTrue();
    assertThat(models.get(1).get("isContradicted").booleanValue()).isTrue();
    assertThat(models.get(1).get("fixedNanosPerOp").doubleValue()).isCloseTo(65_000, within(1e-3));
    assertThat(render(ReportFormat.TEXT)).doesNotContain("× delay");
  }

  @Test
  void csvHasALineForEachMeasuredSlice() {
    List<String> lines = render(ReportFormat.CSV).lines().toList();
    assertThat(lines).hasSize(1 + 2 * 4 * 10 * 5);
    assertThat(lines.get(0))
        .startsWith("workload,implementation,round,slot,slice,operations,nanos");
    int columns = lines.get(0).split(",", -1).length;
    assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
    assertThat(lines.get(1)).startsWith("find-movie,jdbc,1,0,0,1000,");
  }

  @Test
  void htmlNeedsNeitherNetworkNorScriptAndIsWellFormed() throws Exception {
    String html = render(ReportFormat.HTML);
    assertThat(html)
        .doesNotContain("http:", "https:", "<script", "src=", "@import", "url(")
        .contains("prefers-color-scheme: dark", "<svg ", "expected &lt;a&gt;, but was &lt;b&gt;");
    String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(body)));
    assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(6);
  }

  @Test
  void reasonsAreInEveryViewForPeople() {
    for (ReportFormat format :
        List.of(ReportFormat.TEXT, ReportFormat.MARKDOWN, ReportFormat.HTML)) {
      assertThat(render(format))
          .as(format.name())
          .contains("CASCADE: it has none", "the fork hung", "left out", "FAILED")
          .contains("different bill (" + Runs.REASON + ")", "stalls differ")
          .contains("JMH 1.37, order from --seed 7", "autosave=never prepareThreshold=5");
    }
  }

  @Test
  void aRunThatIsNotToBeTrustedSaysSoFromTopToBottom() {
    for (ReportFormat format :
        List.of(ReportFormat.TEXT, ReportFormat.MARKDOWN, ReportFormat.HTML)) {
      String text = format.render(UNTRUSTED, Palette.PLAIN);
      String warning = "CALIBRATION FAILED: jdbc was told apart from itself in find-movie.";
      assertThat(text.indexOf(warning)).as(format.name()).isBetween(0, text.indexOf("ratio"));
      assertThat(text.lastIndexOf(warning)).isGreaterThan(text.lastIndexOf("fingerprint"));
      assertThat(format.render(REPORT, Palette.PLAIN)).doesNotContain("CALIBRATION");
    }
    assertThat(ReportFormat.JSON.render(UNTRUSTED, Palette.PLAIN))
        .contains("\"twinCheckFailed\" : true");
  }
}
