package dev.screentest.benchmarks.stage;

import dev.screentest.testbed.database.PoolLibrary;
import dev.screentest.testbed.database.PoolOptions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which pool all contestants of a run have, in the words of SQLAlchemy's users. A workload says
 * only how many connections it needs.
 *
 * @param size how many connections are kept; null for as many as the workload needs
 * @param maxOverflow how many more there may be
 * @param timeout how long a borrower waits
 * @param recycle when a connection is replaced; zero for never
 * @param isPrePing whether each connection is tried before it is lent
 */
public record PoolPlan(
    PoolLibrary library,
    @Nullable Integer size,
    int maxOverflow,
    Duration timeout,
    Duration recycle,
    boolean isPrePing) {

  /** HikariCP's fixed pool, as large as the workload needs it. */
  public static final PoolPlan DEFAULT =
      new PoolPlan(
          PoolLibrary.HIKARICP,
          null,
          0,
          PoolOptions.defaults().connectionTimeout(),
          PoolOptions.defaults().maxLifetime(),
          false);

  /** The system property by which a fork gets to know it. */
  public static final String PROPERTY = "screentest.pool";

  private static final String AS_NEEDED = "workload";

  /** Returns what this JVM was told, or else the default. */
  public static PoolPlan ofThisJvm() {
    String text = System.getProperty(PROPERTY);
    return text == null ? DEFAULT : parse(text);
  }

  /**
   * Returns the options of a pool.
   *
   * @param connections how many the workload needs
   * @throws IllegalArgumentException if the library does not know what is asked for
   */
  public PoolOptions options(int connections) {
    int kept = size == null ? connections : size;
    PoolOptions pool = PoolOptions.defaults().withLibrary(library);
    return pool.withSizes(kept, kept + maxOverflow)
        .withConnectionTimeout(timeout)
        .withLifetimes(pool.idleTimeout(), recycle, pool.keepaliveTime())
        .withValidateEachBorrow(isPrePing);
  }

  /** Returns it as one word, for people and for {@link #parse}. */
  public String text() {
    return "%s,size=%s,max-overflow=%d,timeout=%s,recycle=%s,pre-ping=%s"
        .formatted(
            library.label(),
            size == null ? AS_NEEDED : size.toString(),
            maxOverflow,
            timeout,
            recycle,
            isPrePing);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  static PoolPlan parse(String text) {
    Map<String, String> values = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      values.put(equals < 0 ? "library" : part.substring(0, equals), part.substring(equals + 1));
    }
    String size = value(values, "size");
    return new PoolPlan(
        PoolLibrary.of(value(values, "library")),
        size.equals(AS_NEEDED) ? null : Integer.valueOf(size),
        Integer.parseInt(value(values, "max-overflow")),
        Duration.parse(value(values, "timeout")),
        Duration.parse(value(values, "recycle")),
        Boolean.parseBoolean(value(values, "pre-ping")));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(PROPERTY + " says nothing of " + name + ": " + values);
    }
    return value;
  }
}
