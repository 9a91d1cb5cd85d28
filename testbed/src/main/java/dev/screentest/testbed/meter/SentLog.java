package dev.screentest.testbed.meter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the connections of one meter send in full, while somebody asks. Thread-safe. */
final class SentLog {

  private @Nullable List<SentStatement> statements;

  synchronized boolean isOpen() {
    return statements != null;
  }

  synchronized void start() {
    statements = new ArrayList<>();
  }

  synchronized void add(SentStatement statement) {
    if (statements != null) {
      statements.add(statement);
    }
  }

  synchronized List<SentStatement> stop() {
    List<SentStatement> all = statements == null ? List.of() : List.copyOf(statements);
    statements = null;
    return all;
  }
}
