package dev.screentest.testbed.delay;

import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A delay of each round trip on the connections that are opened with its {@link
 * #driverProperties()}. Thread-safe.
 *
 * <p>A round trip begins when something is sent and ends when the first byte of the answer was
 * read; the whole delay is spent there, once, however many statements were sent together and
 * however long the answer is. That is a longer way with as much room as one likes: no bandwidth is
 * modelled.
 *
 * <p>Who waits alone spins, since a thread that sleeps wakes up late, on a CPU that has become
 * cold. Where others want the CPU meanwhile, a thread sleeps for most of the time and spins for the
 * rest. What the waiting really took is measured, see {@link #delays()}.
 */
public final class NetworkDelay implements AutoCloseable {
  /** The driver creates socket factories by name and hands them a string: hence the register. */
  private static final Map<String, NetworkDelay> OPEN = new ConcurrentHashMap<>();

  /** A thread that sleeps is woken up so much earlier, to spin. */
  private static final long SPUN_NANOS = 100_000;

  private static final long REHEARSED_NANOS = 1_000;

  private final String id = UUID.randomUUID().toString();
  private final long nanos;
  private final boolean isSleeping;
  private final LongAdder roundTrips = new LongAdder();
  private final LongAdder waitedNanos = new LongAdder();
  private volatile long nanosNow;

  private NetworkDelay(long nanos, boolean isSleeping) {
    this.nanos = nanos;
    this.nanosNow = nanos;
    this.isSleeping = isSleeping;
  }

  /**
   * Opens a delay.
   *
   * @param delay of each round trip
   * @param isShared whether several threads wait at the same time and must leave each other the CPU
   */
  public static NetworkDelay open(Duration delay, boolean isShared) {
    NetworkDelay opened = new NetworkDelay(delay.toNanos(), isShared);
    OPEN.put(opened.id, opened);
    return opened;
  }

  static NetworkDelay byId(String id) {
    NetworkDelay delay = OPEN.get(id);
    if (delay == null) {
      throw new IllegalArgumentException(
          "No open network delay has the id " + id + ": it was closed, or belongs to another JVM.");
    }
    return delay;
  }

  /** Returns the connection properties that make the driver use this delay. */
  public Map<String, String> driverProperties() {
    return Map.of("socketFactory", DelayingSocketFactory.class.getName(), "socketFactoryArg", id);
  }

  Socket newSocket() {
    return new DelayingSocket(this);
  }

  /**
   * Makes the delay next to none, a microsecond, or as long as it is to be. Whoever warms up behind
   * a microsecond does all that he does behind the whole delay, so that the compiler has seen it,
   * and as often as those who are near.
   */
  public void rehearse(boolean isRehearsal) {
    nanosNow = isRehearsal ? Math.min(nanos, REHEARSED_NANOS) : nanos;
  }

  /** Returns the waiting so far, that of rehearsals included. */
  public Delays delays() {
    return new Delays(roundTrips.sum(), waitedNanos.sum());
  }

  /** Waits. */
  void await() {
    long now = nanosNow;
    long start = System.nanoTime();
    long waited = 0;
    while (isSleeping && now - waited > SPUN_NANOS) {
      LockSupport.parkNanos(now - waited - SPUN_NANOS);
      waited = System.nanoTime() - start;
    }
    while (waited < now) {
      Thread.onSpinWait();
      waited = System.nanoTime() - start;
    }
    roundTrips.increment();
    waitedNanos.add(waited);
  }

  /** Lets no further connection come; those that are open go on as they are. */
  @Override
  public void close() {
    OPEN.remove(id);
  }
}
