package dev.screentest.testbed.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on the loopback address before a PostgreSQL server, for what networks do: it stalls,
 * cuts, refuses, and loses the answer to a commit. Thread-safe.
 *
 * <p>It copies bytes as they are and understands the protocol only as far as it takes to find the
 * answer to a commit, so that one must not be encrypted. Two threads carry each connection.
 */
public final class FaultProxy implements AutoCloseable {
  /** More connections than a pool opens at once. */
  private static final int BACKLOG = 64;

  private final InetSocketAddress server;
  private final ServerSocket listener;
  private final Gate gate = new Gate();
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger answersToLose = new AtomicInteger();
  private volatile boolean refusing;

  private FaultProxy(InetSocketAddress server, ServerSocket listener) {
    this.server = server;
    this.listener = listener;
  }

  /** Opens a proxy, on a free port, which so far does nothing but carry. */
  public static FaultProxy before(InetSocketAddress server) throws IOException {
    FaultProxy proxy =
        new FaultProxy(server, new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
    Threads.start("fault-proxy", proxy::admitAll);
    return proxy;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  private void admitAll() {
    while (!listener.isClosed()) {
      try {
        admitOne(listener.accept());
      } catch (IOException e) {
        // The listener was closed, or a client was gone before it was admitted.
      }
    }
  }

  private void admitOne(Socket client) {
    ProxiedConnection connection = new ProxiedConnection(client, server, gate, this::losesAnswer);
    connections.add(connection);
    if (refusing || listener.isClosed()) {
      connections.remove(connection);
      connection.cut();
      return;
    }
    connection.start(() -> connections.remove(connection));
  }

  /** Holds back everything in both directions until {@link #resume()}; nothing is lost. */
  public void stall() {
    gate.shut();
  }

  /** Lets pass what was held back, and all that follows. */
  public void resume() {
    gate.open();
  }

  /** Cuts every connection at once, with a reset on both sides; new ones are admitted. */
  public void cut() {
    connections.forEach(ProxiedConnection::cut);
  }

  /** Refuses new connections until {@link #admit()}; those that are there stay. */
  public void refuse() {
    refusing = true;
  }

  /** Admits new connections again. */
  public void admit() {
    refusing = false;
  }

  /**
   * Loses the next answers to commits: each is kept from the client, and its connection is cut. The
   * server has committed by then.
   *
   * @param count how many
   */
  public void loseCommitAnswers(int count) {
    answersToLose.set(count);
  }

  /** Returns how many of the answers that are to be lost have not come yet. */
  public int answersStillToLose() {
    return answersToLose.get();
  }

  private boolean losesAnswer() {
    return answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  /** Cuts every connection and stops listening. */
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The proxy could not stop listening", e);
    } finally {
      cut();
      resume();
    }
  }
}
