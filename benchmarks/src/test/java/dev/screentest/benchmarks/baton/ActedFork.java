package dev.screentest.benchmarks.baton;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A fork that is a thread: it does its slices until its end comes, whichever way. */
final class ActedFork extends Thread {

  /** How a fork ends. */
  enum End {
    /** After all its slices. */
    WELL,
    /** Its process is gone in the middle of a slice. */
    DIES,
    /** It measures for ever. */
    HANGS,
    /** It is gone before it was ready for a slice. */
    THROWS,
    /** It ends a slice that nobody gave it. */
    SPEAKS_OUT_OF_TURN
  }

  private static final Performance NOTHING = new Performance(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

  private final Path invitation;
  private final int slices;
  private final End end;
  private final int lastSlice;
  private final Stagehand stagehand;

  /** What all forks of a test share: who of them measures. */
  static final class Stagehand {
    private final AtomicInteger measuring = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private void enter() {
      most.accumulateAndGet(measuring.incrementAndGet(), Math::max);
    }

    private void leave() {
      measuring.decrementAndGet();
    }

    /** Returns how many measured at once, at the most. */
    int mostAtOnce() {
      return most.get();
    }
  }

  /**
   * Prepares a fork.
   *
   * @param lastSlice where its end comes, unless it ends well
   */
  ActedFork(Path invitation, int slices, End end, int lastSlice, Stagehand stagehand) {
    super("acted-fork");
    this.invitation = invitation;
    this.slices = slices;
    this.end = end;
    this.lastSlice = lastSlice;
    this.stagehand = stagehand;
    setDaemon(true);
  }

  @Override
  public void run() {
    try (Baton baton =
        Baton.connect(invitation, new Hello(getId(), "acted", List.of()), () -> {})) {
      for (int slice = 0; slice < slices; slice++) {
        boolean isLast = end != End.WELL && slice == lastSlice;
        if (isLast && end == End.THROWS) {
          return;
        }
        if (isLast && end == End.SPEAKS_OUT_OF_TURN) {
          baton.done(NOTHING);
          new CountDownLatch(1).await();
        }
        baton.await(new Readiness(getId(), List.of(getId())));
        stagehand.enter();
        try {
          measure(isLast);
        } finally {
          stagehand.leave();
        }
        if (isLast) {
          return;
        }
        baton.done(NOTHING);
      }
      baton.awaitDismissal();
    } catch (InterruptedException | UncheckedIOException e) {
      // As a process that is killed, or whose host hung up.
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // invites the others to break in; nothing waits for it
  private void measure(boolean isLast) throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      Thread.yield();
    }
    if (isLast && end == End.HANGS) {
      new CountDownLatch(1).await();
    }
  }

  /** Connects as a stranger does who found the port. */
  static Socket intrude(Path invitation, String token) throws IOException {
    Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), Invitation.read(invitation).port());
    new Message.Greeting(token, new Hello(1, "stranger", List.of()))
        .write(new DataOutputStream(socket.getOutputStream()));
    return socket;
  }
}
