package dev.screentest.benchmarks.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.benchmarks.workload.WorkloadCatalogue;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.data.LoadProgress;
import dev.screentest.testbed.database.SharedDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bills say how many statements are sent, not what they ask. Frameworks are compared where the
 * server has the same work: where its plans have the same shape and conditions, whatever the text.
 */
class SamePlansTest {

  private static final List<String> TAUGHT = List.of("jdbc", "hibernate", "jdbi", "mybatis");

  /** Who asks another question on purpose, and says so in its README. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "cast-lists/100", "jdbc", // gathers arrays
          "movie-with-cast/10/batched", "hibernate"); // its loader asks without the movies

  private static final Contestants CONTESTANTS = Contestants.onClassPath();

  private static final Curator CURATOR =
      new Curator(
          SharedDatabase.get(),
          CONTESTANTS,
          DataSet.SMALL.catalogue(),
          UnitKind.READ,
          PoolPlan.DEFAULT,
          LoadProgress.SILENT);

  /** Reads leave everything as it was, so that one stage for each contestant will do. */
  private static final Map<String, Audition> READERS = new TreeMap<>();

  @AfterAll
  static void closeStages() {
    READERS.values().forEach(Audition::close);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find-movie",
        "find-actor",
        "actor-with-contacts",
        "movies-starring",
        "released-after",
        "first-released-after",
        "exists-title",
        "count-movies",
        "distinct-titles",
        "actors-living-in",
        "search-movies",
        "page-by-offset/100",
        "page-by-key/100",
        "movies/10",
        "movie-with-cast/10",
        "movie-with-cast/10/batched",
        "movie-with-cast/10/n-plus-one",
        "movie-with-actors/100",
        "credits/100",
        "summaries/100",
        "cast-lists/100",
        "insert-graph",
        "update-movie",
        "retitle-movie",
        "merge-movie",
        "merge-graph",
        "deactivate-stuntmen",
        "remove-contact",
        "replace-stuntman",
        "delete-movies"
      })
  void theServerHasTheSameWork(String workload) throws SQLException {
    WorkloadEntry entry = WorkloadCatalogue.resolve(List.of(workload)).get(0);
    Map<String, List<String>> plans = new TreeMap<>();
    for (String name : TAUGHT) {
      plans.put(name, plans(show(name, entry)));
    }
    String other = OTHERWISE.get(workload);
    List<String> ofOther = other == null ? List.of() : plans.remove(other);
    assertThat(plans.values())
        .as("%s", plans)
        .doesNotContain(List.of())
        .containsOnly(plans.values().iterator().next());
    assertThat(plans.values()).as("what is said of %s", other).doesNotContain(ofOther);
  }

  private static Exhibit show(String name, WorkloadEntry entry) throws SQLException {
    Contestant contestant = CONTESTANTS.resolve(name);
    return entry.isRead()
        ? READERS.computeIfAbsent(name, key -> CURATOR.audition(contestant)).show(entry)
        : CURATOR.show(contestant, entry);
  }

  /** In no order: tables that do not depend on each other may be written in any. */
  private static List<String> plans(Exhibit exhibit) {
    return ((Exhibit.Shown) exhibit)
        .statements().stream()
            .filter(statement -> !statement.plan().isEmpty())
            .map(SamePlansTest::shape)
            .sorted()
            .toList();
  }

  /** What is done and asked, without the names of a text, and without what depends on the hour. */
  private static String shape(Exhibit.Statement statement) {
    return statement.plan().stream()
        .map(line -> line.replaceFirst("^ *(->)? *", "").replaceFirst(" *\\(cost=.*", ""))
        .filter(line -> !line.contains(" Key: "))
        .map(line -> line.replaceFirst(" on (\\w+) \\w+$", " on $1"))
        .map(
            line -> line.replaceAll("\\b[a-z]\\w*\\.", "").replace("Index Only Scan", "Index Scan"))
        .map(line -> line.replaceAll("'[^']*'", "?"))
        .collect(Collectors.joining("\n"));
  }
}
