package dev.screentest.testbed.database;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a pool of connections is built.
 *
 * <p>In the words of SQLAlchemy's QueuePool: {@code pool_size} is {@code minimumIdle}, {@code
 * pool_size + max_overflow} is {@code size}, {@code pool_timeout} is {@code connectionTimeout},
 * {@code pool_recycle} is {@code maxLifetime}, {@code pool_pre_ping} is {@code validateEachBorrow}.
 *
 * @param library whose pool it is
 * @param size the most connections there can be
 * @param minimumIdle how many are kept open without work; as many as {@code size} in a fixed pool
 * @param connectionTimeout how long a borrower waits before it gets an exception; 250 ms or more
 * @param idleTimeout when a connection above {@code minimumIdle} is closed; 10 s or more in
 *     HikariCP, or zero for never
 * @param maxLifetime when a connection is replaced; 30 s or more in HikariCP, or zero for never
 * @param keepaliveTime how often an idle connection is tried; 30 s or more in HikariCP, or zero for
 *     never
 * @param statementTimeout when the server gives up a statement; zero for never
 * @param lockTimeout when the server gives up waiting for a lock; zero for never
 * @param validateEachBorrow whether a connection is tried with a round trip at each borrow, and not
 *     only when it lay idle for half a second; Commons DBCP and c3p0 know no other way, and Vibur
 *     DBCP counts in whole seconds
 * @param metered whether a wire meter reads along; never when time is measured
 * @param networkDelay by how much each round trip takes longer; zero unless asked for, and never
 *     with a meter, which has the driver's socket for itself
 */
public record PoolOptions(
    PoolLibrary library,
    int size,
    int minimumIdle,
    Duration connectionTimeout,
    Duration idleTimeout,
    Duration maxLifetime,
    Duration keepaliveTime,
    Duration statementTimeout,
    Duration lockTimeout,
    boolean validateEachBorrow,
    boolean metered,
    Duration networkDelay) {

  /** More than any way to a server takes. */
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

  /** Checks what a library would otherwise change in silence, with a warning in the log. */
  public PoolOptions {
    require(size >= 1, "size", size, "at least 1");
    require(minimumIdle >= 0 && minimumIdle <= size, "minimumIdle", minimumIdle, "from 0 to size");
    requireAtLeast(connectionTimeout, Duration.ofMillis(250), false, "connectionTimeout");
    requireAtLeast(idleTimeout, library.leastIdleTimeout(), true, "idleTimeout");
    requireLifetime(library, maxLifetime, "maxLifetime");
    requireLifetime(library, keepaliveTime, "keepaliveTime");
    requireAtLeast(statementTimeout, Duration.ofMillis(1), true, "statementTimeout");
    requireAtLeast(lockTimeout, Duration.ofMillis(1), true, "lockTimeout");
    require(
        !networkDelay.isNegative() && networkDelay.compareTo(LONGEST_DELAY) <= 0,
        "networkDelay",
        networkDelay,
        "from zero to " + LONGEST_DELAY);
    require(
        networkDelay.isZero() || !metered, "networkDelay", networkDelay, "zero in a metered pool");
  }

  /** HikariCP's fixed pool of eight metered connections that stay as they are for a whole run. */
  public static PoolOptions defaults() {
    return new PoolOptions(
        PoolLibrary.HIKARICP,
        8,
        8,
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        Duration.ZERO,
        Duration.ZERO,
        Duration.ofSeconds(60),
        Duration.ofSeconds(20),
        false,
        true,
        Duration.ZERO);
  }

  /**
   * The pool of another library.
   *
   * @throws IllegalArgumentException if it does not know what these options ask for
   */
  public PoolOptions withLibrary(PoolLibrary newLibrary) {
    return with(draft -> draft.library = newLibrary);
  }

  /** A fixed pool of another size. */
  public PoolOptions withSize(int fixedSize) {
    return withSizes(fixedSize, fixedSize);
  }

  /** A pool that breathes between two sizes. */
  public PoolOptions withSizes(int newMinimumIdle, int newSize) {
    return with(
        draft -> {
          draft.size = newSize;
          draft.minimumIdle = newMinimumIdle;
        });
  }

  /** Another patience of borrowers. */
  public PoolOptions withConnectionTimeout(Duration newConnectionTimeout) {
    return with(draft -> draft.connectionTimeout = newConnectionTimeout);
  }

  /** Other moments to replace, shrink and try connections. */
  public PoolOptions withLifetimes(
      Duration newIdleTimeout, Duration newMaxLifetime, Duration newKeepaliveTime) {
    return with(
        draft -> {
          draft.idleTimeout = newIdleTimeout;
          draft.maxLifetime = newMaxLifetime;
          draft.keepaliveTime = newKeepaliveTime;
        });
  }

  /** Another patience of the server with statements. */
  public PoolOptions withStatementTimeout(Duration newStatementTimeout) {
    return with(draft -> draft.statementTimeout = newStatementTimeout);
  }

  /** Another patience of the server with locks. */
  public PoolOptions withLockTimeout(Duration newLockTimeout) {
    return with(draft -> draft.lockTimeout = newLockTimeout);
  }

  /** With or without a round trip at each borrow. */
  public PoolOptions withValidateEachBorrow(boolean newValidateEachBorrow) {
    return with(draft -> draft.validateEachBorrow = newValidateEachBorrow);
  }

  /** With or without a wire meter. */
  public PoolOptions withMetered(boolean newMetered) {
    return with(draft -> draft.metered = newMetered);
  }

  /** A longer or a shorter way to the server. */
  public PoolOptions withNetworkDelay(Duration newNetworkDelay) {
    return with(draft -> draft.networkDelay = newNetworkDelay);
  }

  private PoolOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** Options of which some are about to be others. */
  private static final class Draft {
    private PoolLibrary library;
    private int size;
    private int minimumIdle;
    private Duration connectionTimeout;
    private Duration idleTimeout;
    private Duration maxLifetime;
    private Duration keepaliveTime;
    private Duration statementTimeout;
    private Duration lockTimeout;
    private boolean validateEachBorrow;
    private boolean metered;
    private Duration networkDelay;

    Draft(PoolOptions options) {
      this.library = options.library;
      this.size = options.size;
      this.minimumIdle = options.minimumIdle;
      this.connectionTimeout = options.connectionTimeout;
      this.idleTimeout = options.idleTimeout;
      this.maxLifetime = options.maxLifetime;
      this.keepaliveTime = options.keepaliveTime;
      this.statementTimeout = options.statementTimeout;
      this.lockTimeout = options.lockTimeout;
      this.validateEachBorrow = options.validateEachBorrow;
      this.metered = options.metered;
      this.networkDelay = options.networkDelay;
    }

    PoolOptions options() {
      return new PoolOptions(
          library,
          size,
          minimumIdle,
          connectionTimeout,
          idleTimeout,
          maxLifetime,
          keepaliveTime,
          statementTimeout,
          lockTimeout,
          validateEachBorrow,
          metered,
          networkDelay);
    }
  }

  private static void requireLifetime(PoolLibrary library, Duration value, String name) {
    Optional<Duration> least = library.leastLifetime();
    if (least.isPresent()) {
      requireAtLeast(value, least.get(), true, name);
    } else {
      require(value.isZero(), name, value, "zero, since " + library.title() + " knows none");
    }
  }

  private static void requireAtLeast(
      Duration value, Duration least, boolean zeroAllowed, String name) {
    require(
        value.compareTo(least) >= 0 || (zeroAllowed && value.isZero()),
        name,
        value,
        "at least " + least + (zeroAllowed ? " or zero" : ""));
  }

  private static void require(boolean holds, String name, Object value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(name + " of a pool is " + value + " but must be " + rule);
    }
  }
}
