package dev.screentest.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  private final Map<String, Object> json = parse(JsonReport.render(Reports.ofEverything()));

  private static Map<String, Object> parse(String text) {
    try {
      return JSON.std.mapFrom(text);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> result(int index) {
    return ((List<Map<String, Object>>) json.getOrDefault("results", List.of())).get(index);
  }

  @Test
  void isOneObjectWithTheRunItsEnvironmentAndItsResults() {
    assertThat(json).containsOnlyKeys("started", "baseline", "environment", "results");
    assertThat(json).containsEntry("started", "2026-11-23T04:05:06Z");
    assertThat(json).containsEntry("baseline", "jdbc");
  }

  @Test
  @SuppressWarnings("unchecked")
  void theEnvironmentIsWhole() {
    Map<String, Object> environment = (Map<String, Object>) json.get("environment");

    assertThat(environment)
        .containsEntry("postgresql", "18.6")
        .containsEntry("serverKind", "embedded")
        .containsEntry("cores", 2)
        .containsEntry("seed", 20_261_123)
        .containsEntry("orderSeed", 7)
        .containsEntry("rounds", 3)
        .containsEntry(
            "settings", Map.of("TimeZone", "UTC", "fsync", "off", "synchronous_commit", "off"))
        .containsEntry(
            "frameworks",
            Map.of(
                "jdbc", "PostgreSQL JDBC Driver 42.7.14",
                "hibernate", "Hibernate ORM 7.4.13.Final"));
  }

  @Test
  void aMeasuredCellHasItsNumbersUnrounded() {
    assertThat(result(1))
        .containsEntry("workload", "find-movie")
        .containsEntry("implementation", "hibernate")
        .containsEntry("status", "measured")
        .containsEntry("microsPerOp", 122.44)
        .containsEntry("errorMicros", 12.0)
        .containsEntry("ratio", 1.2244)
        .containsEntry("bytesPerOp", 5792.0)
        .containsEntry("statementsPerOp", 1.0)
        .containsEntry("roundTripsPerOp", 2.0);
  }

  @Test
  void aNumberThatThereIsNotIsNull() {
    assertThat(result(3)).containsEntry("errorMicros", null).containsEntry("ratio", null);
  }

  @Test
  void aFailedCellHasItsReasonAndNoNumber() {
    assertThat(result(2))
        .containsExactly(
            Map.entry("workload", "find-movie"),
            Map.entry("implementation", "mybatis"),
            Map.entry("status", "failed"),
            Map.entry("reason", "movie 7.title: expected \"a\""));
    assertThat(result(4)).containsEntry("status", "left out");
  }
}
