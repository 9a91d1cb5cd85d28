package dev.screentest.testbed.meter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The driver's way into a {@link WireMeter}: property {@code socketFactory} names this class,
 * {@code socketFactoryArg} the meter.
 *
 * <p>Public because the driver creates it by reflection; of no use to anybody else.
 */
public final class CountingSocketFactory extends SocketFactory {
  private final WireMeter meter;

  /** Finds the meter of that id, which must be open in this JVM. */
  public CountingSocketFactory(String meterId) {
    this.meter = WireMeter.byId(meterId);
  }

  @Override
  public Socket createSocket() {
    return meter.newSocket();
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

  private Socket connected(SocketAddress server, @Nullable SocketAddress local) throws IOException {
    Socket socket = meter.newSocket();
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
