package dev.screentest.testbed.meter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The counters of one meter, which all its connections share. Thread-safe. */
final class WireTally {
  private final Map<StatementKind, Long> statements = new EnumMap<>(StatementKind.class);
  private final Map<StatementKind, Long> trips = new EnumMap<>(StatementKind.class);
  private @Nullable List<String> recording;
  private long continuations;
  private long rowsReceived;
  private long rowsAffected;
  private long rowsProcessed;
  private long transactions;
  private long commits;
  private long rollbacks;
  private long errors;
  private long bytesSent;
  private long bytesReceived;
  private long connections;
  private boolean encrypted;

  synchronized void connected() {
    connections++;
  }

  /** From here on nothing can be read on at least one connection. */
  synchronized void encrypted() {
    encrypted = true;
  }

  synchronized boolean isEncrypted() {
    return encrypted;
  }

  synchronized void executed(WireStatement statement) {
    statements.merge(statement.kind(), 1L, Long::sum);
    if (recording != null) {
      recording.add(statement.sql());
    }
  }

  synchronized void continued() {
    continuations++;
  }

  /** A turn without any statement (a Describe alone, say) is somebody's work, too. */
  synchronized void turned(Optional<StatementKind> weightiest) {
    trips.merge(weightiest.orElse(StatementKind.WORK), 1L, Long::sum);
  }

  synchronized void sent(long bytes) {
    bytesSent += bytes;
  }

  synchronized void received(long bytes) {
    bytesReceived += bytes;
  }

  synchronized void row() {
    rowsReceived++;
  }

  synchronized void failed() {
    errors++;
  }

  /**
   * A command ended.
   *
   * @param returned rows that came of it since it began or was suspended
   */
  synchronized void completed(CommandTag tag, long returned) {
    rowsAffected += tag.rowsAffected();
    rowsProcessed += tag.isQuery() ? returned : tag.rowsAffected();
    if (tag.isCommit()) {
      commits++;
    } else if (tag.isRollback()) {
      rollbacks++;
    }
  }

  /** A cursor gave some of its rows, and may be asked for more. */
  synchronized void suspended(long returned) {
    rowsProcessed += returned;
  }

  synchronized void transactionEnded() {
    transactions++;
  }

  synchronized void startRecording() {
    if (recording != null) {
      throw new IllegalStateException(
          "This meter records already: only one recording at a time, or their statements mix.");
    }
    recording = new ArrayList<>();
  }

  synchronized List<String> stopRecording() {
    List<String> recorded = recording == null ? List.of() : List.copyOf(recording);
    recording = null;
    return recorded;
  }

  synchronized WireCounts snapshot() {
    return new WireCounts(
        statements.getOrDefault(StatementKind.WORK, 0L),
        statements.getOrDefault(StatementKind.TRANSACTION_CONTROL, 0L),
        statements.getOrDefault(StatementKind.ID_BLOCK, 0L),
        statements.getOrDefault(StatementKind.VALIDATION, 0L),
        continuations,
        trips.values().stream().mapToLong(Long::longValue).sum(),
        trips.getOrDefault(StatementKind.TRANSACTION_CONTROL, 0L),
        trips.getOrDefault(StatementKind.ID_BLOCK, 0L),
        trips.getOrDefault(StatementKind.VALIDATION, 0L),
        rowsReceived,
        rowsAffected,
        rowsProcessed,
        transactions,
        commits,
        rollbacks,
        errors,
        bytesSent,
        bytesReceived,
        connections);
  }
}
