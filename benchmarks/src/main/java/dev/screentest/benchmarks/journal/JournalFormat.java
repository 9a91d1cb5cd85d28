package dev.screentest.benchmarks.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.screentest.benchmarks.result.JournalEntry;
import java.io.IOException;
import java.time.Instant;

/** How an entry becomes a line and a line an entry. Thread-safe. */
final class JournalFormat {

  /** The journal's name in the folder of a run. */
  static final String FILE = "journal.jsonl";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // a newer version wrote it
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new InstantDeserializer()))
          .build();

  private JournalFormat() {}

  /** Returns a line, without its end. */
  static String line(JournalEntry entry) throws JsonProcessingException {
    return MAPPER.writerFor(JournalEntry.class).writeValueAsString(entry);
  }

  static JournalEntry entry(String line) throws JsonProcessingException {
    return MAPPER.readValue(line, JournalEntry.class);
  }

  /** Returns whether a line is whole. */
  static boolean isEntry(String line) {
    try {
      return !line.isBlank() && entry(line) != null;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static final class InstantDeserializer extends StdDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    InstantDeserializer() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Instant.parse(parser.getText());
    }
  }
}
