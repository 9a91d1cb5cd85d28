package dev.screentest.testbed.delay;

import dev.screentest.testbed.socket.DriverSocketFactory;
import java.net.Socket;

/**
 * The driver's way into a {@link NetworkDelay}: property {@code socketFactory} names this class,
 * {@code socketFactoryArg} the delay.
 *
 * <p>Public because the driver creates it by reflection; of no use to anybody else.
 */
public final class DelayingSocketFactory extends DriverSocketFactory {
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
}
