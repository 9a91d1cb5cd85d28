package dev.screentest.testbed.meter;

import dev.screentest.testbed.socket.DriverSocketFactory;
import java.net.Socket;

/**
 * The driver's way into a {@link WireMeter}: property {@code socketFactory} names this class,
 * {@code socketFactoryArg} the meter.
 *
 * <p>Public because the driver creates it by reflection; of no use to anybody else.
 */
public final class CountingSocketFactory extends DriverSocketFactory {
  private final WireMeter meter;

  /** Finds the meter of that id, which must be open in this JVM. */
  public CountingSocketFactory(String meterId) {
    this.meter = WireMeter.byId(meterId);
  }

  @Override
  public Socket createSocket() {
    return meter.newSocket();
  }
}
