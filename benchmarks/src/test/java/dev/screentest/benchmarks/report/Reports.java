package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.verify.Cost;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A report with one of everything. */
final class Reports {

  private Reports() {}

  static Report ofEverything() {
    return new Report(
        Instant.parse("2026-11-23T04:05:06Z"),
        "jdbc",
        environment(),
        List.of(
            new Row("find-movie", "jdbc", measured(100, 1.25, 1848, 1, 0, 2)),
            new Row("find-movie", "hibernate", measured(122.44, 12, 5792, 1, 0, 2)),
            new Row("find-movie", "mybatis", new Outcome.Failed("movie 7.title: expected \"a\"")),
            new Row(
                "insert-graph", "hibernate", measured(12345.67, Double.NaN, 41879, 9, .26, 6.26)),
            new Row(
                "insert-graph", "hibernate/tuned", new Outcome.LeftOut("CASCADE: it has none"))));
  }

  private static Outcome measured(
      double micros, double error, double bytes, double statements, double ids, double trips) {
    return new Outcome.Measured(
        micros, error, bytes, new Cost(statements, ids, trips, 1, 0, 93, 119));
  }

  private static Environment environment() {
    Map<String, String> frameworks = new LinkedHashMap<>();
    frameworks.put("jdbc", "PostgreSQL JDBC Driver 42.7.14");
    frameworks.put("hibernate", "Hibernate ORM 7.4.13.Final");
    return new Environment(
        "18.6",
        "embedded",
        new TreeMap<>(Map.of("fsync", "off", "synchronous_commit", "off", "TimeZone", "UTC")),
        "OpenJDK 64-Bit Server VM 25+36",
        List.of("-Xms1g", "-XX:+UseG1GC"),
        "Linux 6.18 amd64",
        2,
        "small (1 000 movies, 4 000 actors)",
        20_261_123,
        "read",
        3,
        7,
        "1.37",
        frameworks);
  }
}
