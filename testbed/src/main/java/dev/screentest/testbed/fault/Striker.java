package dev.screentest.testbed.fault;

import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.Workspace;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Whoever makes a fault happen, and returns when it is over. */
record Striker(
    Database database,
    Workspace workspace,
    FaultProxy proxy,
    UnitConnections connections,
    Writers writers) {
  private static final Duration STALL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(2);

  void strike(Fault fault) throws SQLException, InterruptedException {
    switch (fault) {
      case BACKEND_KILLED -> killInTheMiddleOfAUnit();
      case ALL_BACKENDS_KILLED -> killAll();
      case NETWORK_STALLED -> stall();
      case ANSWER_LOST -> loseAnswers();
      case SERVER_RESTARTED -> restart();
      case SERVER_GONE -> database.halt();
    }
  }

  /** The thread of the unit does it, so that nothing of the unit can happen meanwhile. */
  private void killInTheMiddleOfAUnit() throws InterruptedException {
    CompletableFuture<Long> killed = new CompletableFuture<>();
    writers.inTheMiddleOfAUnit(
        () -> {
          try {
            long backend = connections.backendOfThisThread();
            new Backends(workspace).end(backend);
            killed.complete(backend);
          } catch (SQLException | RuntimeException e) {
            killed.completeExceptionally(e);
          }
        });
    try {
      killed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new DrillFailedException("No session was ended in the middle of a unit of work", e);
    }
  }

  private void killAll() throws SQLException {
    if (new Backends(workspace).endAll(workspace.schema()) == 0) {
      throw new DrillFailedException("There was no session to be ended");
    }
  }

  private void restart() throws SQLException {
    Backends backends = new Backends(workspace);
    String before = backends.serverStart();
    database.restart();
    if (backends.serverStart().equals(before)) {
      throw new DrillFailedException("The server is the one that was to be stopped");
    }
  }

  private void stall() throws InterruptedException {
    proxy.stall();
    try {
      Thread.sleep(STALL.toMillis());
    } finally {
      proxy.resume();
    }
  }

  private void loseAnswers() {
    int writing = writers.count();
    proxy.loseCommitAnswers(writing);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (proxy.answersStillToLose() > 0) {
      if (System.nanoTime() - deadline > 0) {
        throw new DrillFailedException(
            "Only %d of %d commits were answered in sight of the proxy"
                .formatted(writing - proxy.answersStillToLose(), writing));
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
