package dev.screentest.benchmarks.baton;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The host's end of the line to one fork. One thread listens to the fork; the methods are for the
 * one thread that hands out turns.
 */
public final class Seat {

  private sealed interface Event {

    record Said(Message message) implements Event {}

    record Gone(String reason) implements Event {}
  }

  private static final String HUNG_UP = "the fork hung up";

  private final Invitation invitation;
  private final Path file;
  private final ForkEnder ender;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private volatile @Nullable Socket socket;
  private volatile @Nullable Hello hello;
  private @Nullable Readiness waiting;
  private @Nullable String gone;
  private boolean isItsOwnEnd;

  Seat(Invitation invitation, ForkEnder ender) throws IOException {
    this.invitation = invitation;
    this.file = invitation.write();
    this.ender = ender;
  }

  /** Returns the file that brings a fork here: the value of {@link Baton#PROPERTY}. */
  public Path invitation() {
    return file;
  }

  boolean isFor(String token) {
    return invitation.token().equals(token);
  }

  /** Takes its fork in, and listens to it until it hangs up. */
  void occupy(Socket newSocket, DataInputStream in, Hello newHello) {
    hello = newHello;
    socket = newSocket;
    try {
      // Who has come needs no invitation any more.
      Files.deleteIfExists(file);
      while (true) {
        events.add(new Event.Said(Message.read(in)));
      }
    } catch (IOException e) {
      events.add(new Event.Gone(HUNG_UP));
    }
  }

  /** Returns what the fork said of itself; empty before it came. */
  public Optional<Hello> hello() {
    return Optional.ofNullable(hello);
  }

  /** Returns whether the fork can measure no more. */
  public boolean isGone() {
    return gone != null;
  }

  /**
   * Waits until the fork waits for the baton.
   *
   * @throws ForkGoneException if it does not come or breaks off
   */
  public Readiness awaitReady(Duration patience) throws ForkGoneException, InterruptedException {
    if (waiting == null) {
      Message message = next(patience, "to get ready");
      if (!(message instanceof Message.Ready ready)) {
        throw end("the fork sent " + message + " where it should have been ready");
      }
      waiting = ready.readiness();
    }
    return waiting;
  }

  /** Lets the fork measure one slice, and waits for its end. */
  Performance perform(Duration patience) throws ForkGoneException, InterruptedException {
    awaitReady(patience);
    waiting = null;
    grant();
    Message message = next(patience, "to end its slice");
    if (!(message instanceof Message.Done done)) {
      throw end("the fork sent " + message + " in the middle of its slice");
    }
    return done.performance();
  }

  /**
   * Waits until the fork has no more to measure.
   *
   * @throws ForkGoneException if it wants to measure on, or breaks off
   */
  public void awaitFinished(Duration patience) throws ForkGoneException, InterruptedException {
    Message message = next(patience, "to finish");
    if (!(message instanceof Message.Finished)) {
      throw end("the fork sent " + message + " where it should have finished");
    }
  }

  /** Lets a fork that has finished clear away. */
  public void dismiss() throws ForkGoneException, InterruptedException {
    grant();
  }

  private void grant() throws ForkGoneException, InterruptedException {
    Socket open = socket;
    if (open == null) {
      throw end("the fork never came");
    }
    try {
      open.getOutputStream().write(Baton.GRANT);
    } catch (IOException e) {
      throw end(HUNG_UP, true);
    }
  }

  private Message next(Duration patience, String purpose)
      throws ForkGoneException, InterruptedException {
    if (gone != null) {
      throw new ForkGoneException(gone, isItsOwnEnd);
    }
    Event event;
    try {
      event = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      // Whoever interrupts must not leave a fork behind that measures.
      hangUp("the run was broken off");
      throw e;
    }
    if (event == null) {
      throw end("the fork took longer than %d s %s".formatted(patience.toSeconds(), purpose));
    }
    if (event instanceof Event.Said said) {
      return said.message();
    }
    throw end(((Event.Gone) event).reason(), true);
  }

  /**
   * Ends the fork.
   *
   * @return for whoever waits for it, when the fork surely measures no more
   */
  public ForkGoneException end(String reason) throws InterruptedException {
    return end(reason, false);
  }

  /**
   * Gives the seat of a fork up that has ended by itself.
   *
   * @return for whoever waits for it
   */
  public ForkGoneException ended() throws InterruptedException {
    return end(HUNG_UP, true);
  }

  private ForkGoneException end(String reason, boolean byItself) throws InterruptedException {
    isItsOwnEnd = byItself;
    hangUp(reason);
    ender.end(file, hello().map(Hello::pid).orElse(0L));
    return new ForkGoneException(reason, byItself);
  }

  void hangUp(String reason) {
    if (gone == null) {
      gone = reason;
    }
    Socket open = socket;
    try {
      if (open != null) {
        open.close();
      }
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The fork learns it from the end of this process at the latest.
    }
  }
}
