package dev.screentest.benchmarks.baton;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands out the baton. Whoever calls {@link #pass} gets it back before the next one can have it:
 * from a fork that ended its slice, or from one that is surely dead.
 */
public final class BatonHost implements AutoCloseable {

  /** A stranger who says nothing gives way after so long. */
  private static final Duration GREETING = Duration.ofSeconds(10);

  private final ServerSocket server;
  private final ForkEnder ender;
  private final List<Seat> seats = new CopyOnWriteArrayList<>();
  private final ReentrantLock baton = new ReentrantLock();

  private BatonHost(ServerSocket server, ForkEnder ender) {
    this.server = server;
    this.ender = ender;
  }

  /** Opens a host on a free port of the loopback address. */
  public static BatonHost open(ForkEnder ender) throws IOException {
    BatonHost host = new BatonHost(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), ender);
    daemon(host::accept, "screentest-baton-host");
    return host;
  }

  /** Prepares a seat for one fork. */
  public Seat seat() throws IOException {
    Seat seat = new Seat(Invitation.to(server.getLocalPort()), ender);
    seats.add(seat);
    return seat;
  }

  /**
   * Lets a fork measure one slice, alone.
   *
   * @param patience how long it may take to get ready, and again to end its slice
   * @throws ForkGoneException if it did not end it
   */
  public Performance pass(Seat seat, Duration patience)
      throws ForkGoneException, InterruptedException {
    baton.lockInterruptibly();
    try {
      return seat.perform(patience);
    } finally {
      baton.unlock();
    }
  }

  /** Forgets a seat, and hangs up if its fork is still there. */
  public void leave(Seat seat) {
    seats.remove(seat);
    seat.hangUp("the round is over");
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        daemon(() -> receive(socket), "screentest-seat");
      }
    } catch (IOException e) {
      // Closed: nobody is expected any more.
    }
  }

  private void receive(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) GREETING.toMillis());
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      if (Message.read(in) instanceof Message.Greeting greeting) {
        Optional<Seat> seat =
            seats.stream().filter(free -> free.isFor(greeting.token())).findFirst();
        if (seat.isPresent()) {
          socket.setSoTimeout(0);
          seat.get().occupy(socket, in, greeting.hello());
        }
      }
    } catch (IOException e) {
      // A stranger, or a fork that ended before it came to its seat: its JMH says why.
    }
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Hangs up on all forks, which then end. */
  @Override
  public void close() throws IOException {
    server.close();
    seats.forEach(seat -> seat.hangUp("the run is over"));
  }
}
