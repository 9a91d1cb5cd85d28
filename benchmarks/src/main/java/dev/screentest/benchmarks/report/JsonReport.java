package dev.screentest.benchmarks.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.screentest.benchmarks.verify.Cost;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The report for programs: one JSON object. Times are in microseconds, sizes in bytes, all per
 * operation; a number that there is not is null.
 */
public final class JsonReport {

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /** Returns the object, indented. */
  public static String render(Report report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      new JsonReport(json).report(report);
    } catch (IOException e) {
      throw new UncheckedIOException("a string could not be written to", e);
    }
    return text.append('\n').toString();
  }

  private void report(Report report) throws IOException {
    json.writeStartObject();
    json.writeStringField("started", report.started().toString());
    json.writeStringField("baseline", report.baseline());
    environment(report.environment());
    json.writeArrayFieldStart("results");
    for (Row row : report.rows()) {
      row(row, report.ratio(row));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void environment(Environment environment) throws IOException {
    json.writeObjectFieldStart("environment");
    json.writeStringField("postgresql", environment.postgresql());
    json.writeStringField("serverKind", environment.serverKind());
    strings("settings", environment.settings());
    json.writeStringField("jvm", environment.jvm());
    json.writeArrayFieldStart("jvmArguments");
    for (String argument : environment.jvmArguments()) {
      json.writeString(argument);
    }
    json.writeEndArray();
    json.writeStringField("operatingSystem", environment.operatingSystem());
    json.writeNumberField("cores", environment.cores());
    json.writeStringField("dataset", environment.dataset());
    json.writeNumberField("seed", environment.seed());
    json.writeNumberField("orderSeed", environment.orderSeed());
    json.writeStringField("unit", environment.unit());
    json.writeNumberField("rounds", environment.rounds());
    json.writeStringField("jmh", environment.jmh());
    strings("frameworks", environment.frameworks());
    json.writeEndObject();
  }

  private void strings(String name, Map<String, String> values) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : values.entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private void row(Row row, OptionalDouble ratio) throws IOException {
    json.writeStartObject();
    json.writeStringField("workload", row.workload());
    json.writeStringField("implementation", row.contestant());
    if (row.outcome() instanceof Outcome.Measured measured) {
      json.writeStringField("status", "measured");
      number("microsPerOp", measured.microsPerOp());
      number("errorMicros", measured.errorMicros());
      number("ratio", ratio.orElse(Double.NaN));
      number("bytesPerOp", measured.bytesPerOp());
      cost(measured.cost());
    } else if (row.outcome() instanceof Outcome.Failed failed) {
      json.writeStringField("status", "failed");
      json.writeStringField("reason", failed.reason());
    } else if (row.outcome() instanceof Outcome.LeftOut leftOut) {
      json.writeStringField("status", "left out");
      json.writeStringField("reason", leftOut.reason());
    }
    json.writeEndObject();
  }

  private void cost(Cost cost) throws IOException {
    number("statementsPerOp", cost.statements());
    number("idBlocksPerOp", cost.idBlocks());
    number("roundTripsPerOp", cost.roundTrips());
    number("rowsReceivedPerOp", cost.rowsReceived());
    number("rowsWrittenPerOp", cost.rowsWritten());
    number("bytesSentPerOp", cost.bytesSent());
    number("bytesReceivedPerOp", cost.bytesReceived());
  }

  /** JSON knows no NaN. */
  private void number(String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }
}
