package dev.screentest.testbed.meter;

import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what the PostgreSQL driver sends and receives, by reading along in its sockets.
 *
 * <p>Thread-safe. The counts of one meter are those of all its connections; a difference belongs to
 * a piece of work when nothing else used these connections meanwhile. What encrypted connections
 * say cannot be read, and then the meter says so instead of counting nothing.
 */
public final class WireMeter implements AutoCloseable {
  /** The driver creates socket factories by name and hands them a string: hence the register. */
  private static final Map<String, WireMeter> OPEN = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();
  private final WireTally tally = new WireTally();
  private final SentLog log = new SentLog();

  private WireMeter() {}

  /** Opens a meter; its {@link #driverProperties()} bring connections to it. */
  public static WireMeter open() {
    WireMeter meter = new WireMeter();
    OPEN.put(meter.id, meter);
    return meter;
  }

  static WireMeter byId(String id) {
    WireMeter meter = OPEN.get(id);
    if (meter == null) {
      throw new IllegalArgumentException(
          "No open wire meter has the id " + id + ": it was closed, or belongs to another JVM.");
    }
    return meter;
  }

  /** The connection properties that make the driver use this meter. */
  public Map<String, String> driverProperties() {
    return Map.of("socketFactory", CountingSocketFactory.class.getName(), "socketFactoryArg", id);
  }

  Socket newSocket() {
    return new CountingSocket(new WireConnection(tally, log));
  }

  /** Whether everything so far could be read: false once a connection was encrypted. */
  public boolean isReadable() {
    return !tally.isEncrypted();
  }

  /**
   * Everything counted since the meter was opened.
   *
   * @throws IllegalStateException when connections are encrypted
   */
  public WireCounts counts() {
    requireReadable();
    return tally.snapshot();
  }

  /** What a piece of work sends and receives on all connections of this meter. */
  public <E extends Exception> WireCounts measure(WireWork<E> work) throws E {
    WireCounts before = counts();
    work.run();
    return counts().minus(before);
  }

  /**
   * The text of every statement that a piece of work sends, in order: work, transaction control,
   * ids and validations ("").
   */
  public <E extends Exception> List<String> record(WireWork<E> work) throws E {
    requireReadable();
    tally.startRecording();
    List<String> recorded;
    try {
      work.run();
    } finally {
      recorded = tally.stopRecording();
    }
    return recorded;
  }

  /**
   * Both at once: what a piece of work costs, and which statements it sends.
   *
   * @throws IllegalStateException when connections are encrypted, or somebody records already
   */
  public <E extends Exception> WireObservation observe(WireWork<E> work) throws E {
    WireCounts before = counts();
    List<String> statements = record(work);
    return new WireObservation(counts().minus(before), statements);
  }

  /**
   * Every statement that a piece of work sends, in order, with its values and who sent it.
   *
   * @throws IllegalStateException when connections are encrypted
   */
  public <E extends Exception> List<SentStatement> observeInFull(WireWork<E> work) throws E {
    requireReadable();
    List<SentStatement> sent;
    log.start();
    try {
      work.run();
    } finally {
      sent = log.stop();
    }
    return sent;
  }

  private void requireReadable() {
    if (!isReadable()) {
      throw new IllegalStateException(
          "The wire cannot be read: the connections are encrypted. Add sslmode=disable and"
              + " gssEncMode=disable to the JDBC URL, or ask the server for its statistics.");
    }
  }

  /** Lets no further connection come; those that are open go on counting. */
  @Override
  public void close() {
    OPEN.remove(id);
  }
}
