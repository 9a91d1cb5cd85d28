package dev.screentest.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.screentest.benchmarks.load.Moment;
import dev.screentest.benchmarks.load.ThreadKind;
import dev.screentest.benchmarks.pool.Cell;
import dev.screentest.benchmarks.pool.CellFailure;
import dev.screentest.benchmarks.pool.Entrant;
import dev.screentest.benchmarks.pool.Measured;
import dev.screentest.benchmarks.pool.Opened;
import dev.screentest.benchmarks.pool.Opening;
import dev.screentest.benchmarks.pool.PoolAnalysis;
import dev.screentest.benchmarks.pool.PoolData;
import dev.screentest.benchmarks.pool.PoolEntry;
import dev.screentest.benchmarks.pool.Scenario;
import dev.screentest.benchmarks.pool.Studies;
import dev.screentest.benchmarks.pool.Think;
import dev.screentest.benchmarks.pool.UnitMix;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PoolViewsTest {

  private static final List<Cell> MAP =
      List.of(Studies.map(1, 1), Studies.map(1, 2), Studies.map(8, 1), Studies.map(8, 2));

  private final List<Cell> cells = new ArrayList<>(MAP);
  private final List<PoolEntry> entries = new ArrayList<>();

  PoolViewsTest() {
    for (int round = 1; round <= 2; round++) {
      for (Cell cell : MAP) {
        long units = cell.size() * 1_000L + cell.threads();
        entries.add(Studies.measured(Studies.JDBC, round, cell, units));
        entries.add(Studies.measured(Studies.JDBI, round, cell, units / 2 + round));
      }
    }
  }

  private static Cell cell(Scenario scenario) {
    return Cell.closed(scenario, UnitMix.WRITE, ThreadKind.PLATFORM, 4, 2);
  }

  private void add(Entrant entrant, Cell cell, List<Moment> course) {
    cells.add(cell);
    entries.add(
        new Measured(entrant, 1, 0, cell, Studies.load(1_500, 200, 0.3, 0.5), 700.0, course));
  }

  private String render(PoolFormat format) {
    return format.render(
        PoolAnalysis.of(new PoolData(Studies.header(cells), entries)), Palette.PLAIN);
  }

  @Test
  void aMapIsATableOfThreadsByConnectionsForEachImplementation() {
    assertThat(render(PoolFormat.TEXT))
        .contains(
            """
            Units of work per second: jdbc, read, platform threads
            threads \\ connections      1      2
                                1  1,001  2,001
                                8  1,008  2,008
            """)
        .contains("Units of work per second: jdbi, read, platform threads")
        .contains("Units per second, jdbi by jdbc: read, platform threads")
        .doesNotContain("jdbc by jdbc")
        .contains("How often and how long a connection is held")
        .contains("How large a pool")
        .contains("8 of 8 cells that were checked are not shown to differ");
  }

  @Test
  void numbersThatContradictEachOtherAreMarkedAndNamed() {
    entries.clear();
    for (int round = 1; round <= 3; round++) {
      entries.add(
          Studies.measured(
              Studies.JDBC, round, MAP.get(0), Studies.load(2_000, 300, 1.2 + round / 1e3, 0.9)));
    }
    assertThat(render(PoolFormat.TEXT))
        .contains("2,000!")
        .contains(
            "BROKEN: jdbc, map, read, 1 platform thread on 1 connection: in use 1.20, by"
                + " Little's law 0.60.");
  }

  @Test
  void whereTheCompilerWasAtWorkIsSaid() {
    entries.clear();
    entries.add(
        Studies.measured(Studies.JDBC, 1, MAP.get(0), Studies.load(2_000, 300, 0.6, 0.9, 0.2)));
    entries.add(Studies.measured(Studies.JDBC, 1, MAP.get(1), 2_000));
    assertThat(render(PoolFormat.TEXT)).contains("jdbc: in 1 of 2 cells the JVM's compiler had");
  }

  @Test
  void everyScenarioHasItsTable() {
    add(Studies.JDBI, cell(Scenario.THINK).with(new Think(Think.Place.BEFORE, 2)), List.of());
    add(Studies.JDBI, cell(Scenario.SECOND), List.of());
    add(Studies.JDBI, cell(Scenario.OPEN).atShare(0.7), List.of());
    add(
        Studies.JDBI,
        cell(Scenario.SPIKE),
        List.of(
            new Moment(0, 5, 1_000_000, 2_000_000, 3_000_000),
            new Moment(1_500, 5, 90_000_000, 95_000_000, 99_000_000),
            new Moment(2_100, 5, 1_000_000, 2_000_000, 3_000_000)));
    cells.add(cell(Scenario.COLD));
    entries.add(
        new Opened(
            Studies.JDBI,
            1,
            0,
            cell(Scenario.COLD),
            List.of(new Opening(1_000_000, 2_000_000, 3_000_000, 4_000_000L))));
    assertThat(render(PoolFormat.TEXT))
        .containsPattern("jdbi +2 ms before +4 on 2 +1,500")
        .contains("A second connection inside a unit: jdbi")
        .containsPattern("jdbi +4 on 2 +70 % +700 +1,500")
        .containsPattern("jdbi +4 on 2 +1.00 +99.00 +100 ")
        .containsPattern("jdbi +4 on 2 +1.00 +2.00 +3.00 +4.00");
  }

  @Test
  void aReasonThatManyCellsShareIsSaidOnce() {
    MAP.forEach(cell -> entries.add(new CellFailure(Studies.JDBI, 3, cell, "the fork died")));
    assertThat(render(PoolFormat.TEXT).lines().filter(line -> line.contains("the fork died")))
        .hasSize(1);
  }

  @Test
  void theCsvHasALineForEachLoadAndAsManyFieldsInEach() {
    List<String> lines = render(PoolFormat.CSV).lines().toList();
    assertThat(lines).hasSize(1 + 16);
    int fields = lines.get(0).split(",", -1).length;
    assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(fields));
    assertThat(lines.get(1)).startsWith("jdbc,hikaricp,17.0.15,1,0,map,read,platform,1,1,");
  }

  @Test
  void theJsonHasAllButTheHistograms() throws JsonProcessingException {
    String json = render(PoolFormat.JSON);
    JsonNode report = JsonMapper.builder().build().readTree(json);
    assertThat(report.get("standings")).hasSize(8);
    assertThat(report.get("standings").get(0).get("perSecond").get("mean").asDouble())
        .isEqualTo(1_001);
    assertThat(report.get("sizings")).hasSize(2);
    assertThat(json).doesNotContain("\"histogram\"");
  }

  @Test
  void theHtmlIsWellFormedAndHot() throws Exception {
    String html = render(PoolFormat.HTML);
    String body = html.substring(html.indexOf("<body>"), html.indexOf("</body>") + 7);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(body)));
    assertThat(document.getElementsByTagName("table").getLength()).isGreaterThan(3);
    assertThat(html).contains("background: rgb(64 132 214 / 0.60)").doesNotContain("http");
  }
}
