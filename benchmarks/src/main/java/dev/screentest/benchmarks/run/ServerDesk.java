package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.baton.Invitation;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/**
 * Where a child that measures asks for what only the JVM that holds the server can do: to start it
 * anew. Like the password, the way to it is in the child's environment, where nobody else can read
 * it.
 */
final class ServerDesk implements AutoCloseable {

  private static final String VARIABLE = "SCREENTEST_SERVER_DESK";

  /** A stranger who says nothing gives way after so long. */
  private static final int GREETING_MILLIS = 10_000;

  private final ServerSocket socket;
  private final Invitation invitation;
  private final Runnable restart;

  private ServerDesk(ServerSocket socket, Runnable restart) {
    this.socket = socket;
    this.invitation = Invitation.to(socket.getLocalPort());
    this.restart = restart;
  }

  /** Opens a desk on a free port of the loopback address. */
  static ServerDesk open(Runnable restart) throws IOException {
    ServerDesk desk =
        new ServerDesk(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), restart);
    Thread clerk = new Thread(desk::serve, "screentest-server-desk");
    clerk.setDaemon(true);
    clerk.start();
    return desk;
  }

  /** Returns what a child needs in its environment. */
  Map<String, String> environment() {
    return Map.of(VARIABLE, invitation.port() + ":" + invitation.token());
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        answer(client);
      } catch (IOException e) {
        // Closed, or a client that went away: the next one is served all the same.
      }
    }
  }

  private void answer(Socket client) throws IOException {
    client.setSoTimeout(GREETING_MILLIS);
    if (new DataInputStream(client.getInputStream()).readUTF().equals(invitation.token())) {
      String problem = "";
      try {
        restart.run();
      } catch (RuntimeException e) {
        problem = String.valueOf(e.getMessage());
      }
      new DataOutputStream(client.getOutputStream()).writeUTF(problem);
    }
  }

  /** Returns whether there is a desk for this JVM. */
  static boolean isOpenFor(Map<String, String> environment) {
    return environment.containsKey(VARIABLE);
  }

  /**
   * Asks for a restart, and waits until it is done.
   *
   * @param environment of the child
   * @throws IOException if the server did not come back, or nobody is at the desk
   */
  static void restartServer(Map<String, String> environment) throws IOException {
    String[] way = environment.getOrDefault(VARIABLE, ":").split(":", 2);
    try (Socket desk = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(way[0]))) {
      new DataOutputStream(desk.getOutputStream()).writeUTF(way[1]);
      String problem = new DataInputStream(desk.getInputStream()).readUTF();
      if (!problem.isEmpty()) {
        throw new IOException("the server could not be started anew: " + problem);
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
