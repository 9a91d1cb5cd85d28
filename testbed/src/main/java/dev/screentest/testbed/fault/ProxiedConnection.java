package dev.screentest.testbed.fault;

import dev.screentest.testbed.meter.CommitWatch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.BooleanSupplier;

/** One connection through a proxy: a client's and the one to the server that belongs to it. */
final class ProxiedConnection {
  private static final int BUFFER_BYTES = 16 * 1024;

  private final Socket client;
  private final Socket upstream = new Socket();
  private final InetSocketAddress server;
  private final Gate gate;
  private final BooleanSupplier losesAnswer;
  private final CommitWatch commits = new CommitWatch();

  /**
   * Creates it.
   *
   * @param losesAnswer asked at each answer to a commit, whether this one is to be lost
   */
  ProxiedConnection(
      Socket client, InetSocketAddress server, Gate gate, BooleanSupplier losesAnswer) {
    this.client = client;
    this.server = server;
    this.gate = gate;
    this.losesAnswer = losesAnswer;
  }

  /** Something that carries bytes until they end. */
  @FunctionalInterface
  private interface Carrier {
    void carry() throws IOException, InterruptedException;
  }

  void start(Runnable onEnd) {
    Threads.start("fault-proxy-up", () -> untilTheEnd(this::carryUp, onEnd));
  }

  private void untilTheEnd(Carrier carrier, Runnable onEnd) {
    try {
      carrier.carry();
    } catch (IOException e) {
      // Either end has gone, or there is no server: the client finds out by the cut.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end();
      onEnd.run();
    }
  }

  private void carryUp() throws IOException, InterruptedException {
    client.setTcpNoDelay(true);
    upstream.setTcpNoDelay(true);
    gate.pass();
    upstream.connect(server);
    Threads.start("fault-proxy-down", () -> untilTheEnd(this::carryDown, () -> {}));
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int count; (count = client.getInputStream().read(buffer)) >= 0; ) {
      gate.pass();
      commits.sent(buffer, 0, count);
      upstream.getOutputStream().write(buffer, 0, count);
    }
    gate.pass();
  }

  private void carryDown() throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int count; (count = upstream.getInputStream().read(buffer)) >= 0; ) {
      gate.pass();
      if (commits.received(buffer, 0, count) && losesAnswer.getAsBoolean()) {
        cut();
        return;
      }
      client.getOutputStream().write(buffer, 0, count);
    }
    gate.pass();
  }

  /** Ends both sides with a reset. */
  void cut() {
    reset(client);
    reset(upstream);
  }

  /** Ends both sides; what was written before still arrives. */
  private void end() {
    close(client);
    close(upstream);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed, which is as good.
    }
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // There is no second way to close it, and nobody who could do anything about it.
    }
  }
}
