package dev.screentest.benchmarks.baton;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A fork's end of the line to its host. One thread asks and waits; another listens, so that a fork
 * notices the end of its host even while it measures.
 */
public final class Baton implements AutoCloseable {

  /** The system property that names the file with the invitation. */
  public static final String PROPERTY = "screentest.baton";

  /** What the host says, and all it ever says: go on. */
  static final int GRANT = 'G';

  private final Socket socket;
  private final DataOutputStream out;
  private final Semaphore grants = new Semaphore(0);
  private volatile boolean closed;

  private Baton(Socket socket) throws IOException {
    this.socket = socket;
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  /**
   * Connects this JVM to its host, and lets it end when the host does; empty when it was not
   * invited, as under JMH alone.
   */
  public static Optional<Baton> ofThisFork() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(file -> connect(Path.of(file), myself(), () -> System.exit(1)));
  }

  private static Hello myself() {
    return new Hello(
        ProcessHandle.current().pid(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  /**
   * Connects a fork.
   *
   * @param hostGone is called, on a thread of its own, when the host hangs up
   */
  static Baton connect(Path file, Hello hello, Runnable hostGone) {
    try {
      Invitation invitation = Invitation.read(file);
      Baton baton = new Baton(new Socket(InetAddress.getLoopbackAddress(), invitation.port()));
      // A grant is a single byte, and must not wait for company.
      baton.socket.setTcpNoDelay(true);
      baton.tell(new Message.Greeting(invitation.token(), hello));
      Thread listener = new Thread(() -> baton.listen(hostGone), "screentest-baton");
      listener.setDaemon(true);
      listener.start();
      return baton;
    } catch (IOException e) {
      throw new UncheckedIOException("The host of this fork does not answer.", e);
    }
  }

  private void listen(Runnable hostGone) {
    try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
      while (in.read() == GRANT) {
        grants.release();
      }
    } catch (IOException e) {
      // As good as the end of the stream.
    }
    if (!closed) {
      hostGone.run();
    }
  }

  /** Says that everything is prepared, and waits until it is this fork's turn. */
  public void await(Readiness readiness) throws InterruptedException {
    tell(new Message.Ready(readiness));
    grants.acquire();
  }

  /** Gives the baton back. */
  public void done(Performance performance) {
    tell(new Message.Done(performance));
  }

  /** Says that all slices are over, and waits until nobody is disturbed by what comes now. */
  public void awaitDismissal() throws InterruptedException {
    tell(new Message.Finished());
    grants.acquire();
  }

  private void tell(Message message) {
    try {
      message.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("The host of this fork hung up.", e);
    }
  }

  /** Hangs up. */
  @Override
  public void close() {
    closed = true;
    try {
      socket.close();
    } catch (IOException e) {
      // Nobody is left to be told.
    }
  }
}
