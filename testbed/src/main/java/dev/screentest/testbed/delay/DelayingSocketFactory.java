package dev.screentest.testbed.delay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The driver's way into a {@link NetworkDelay}: property {@code socketFactory} names this class,
 * {@code socketFactoryArg} the delay.
 *
 * <p>Public because the driver creates it by reflection; of no use to anybody else.
 */
public final class DelayingSocketFactory extends SocketFactory {
  private final NetworkDelay delay;

  /** Finds the delay of that id, which must be open in this JVM. */
  public DelayingSocketFactory(String delayId) {
    this.delay = NetworkDelay.byId(delayId);
  }

  /** The one that the driver uses. */
  @Override
  public Socket createSocket() {
    return delay.newSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  private Socket connected(InetSocketAddress server, @Nullable InetSocketAddress local)
      throws IOException {
    Socket socket = createSocket();
    try {
      socket.bind(local);
      socket.connect(server);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
