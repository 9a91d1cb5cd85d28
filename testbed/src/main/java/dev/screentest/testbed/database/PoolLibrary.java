package dev.screentest.testbed.database;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A library of pools that the test bed knows how to open with the same safety as the others. */
public enum PoolLibrary {
  /** HikariCP, which refuses times that are shorter than it thinks wise. */
  HIKARICP("HikariCP", "HikariPoolOpener", Duration.ofSeconds(10), Duration.ofSeconds(30), false),

  /** Agroal, the pool of Quarkus and WildFly. */
  AGROAL("Agroal", "AgroalPoolOpener", Duration.ofMillis(1), Duration.ofMillis(1), false),

  /** Apache Commons DBCP 2. */
  DBCP2("Commons DBCP", "Dbcp2PoolOpener", Duration.ofMillis(1), Duration.ofMillis(1), true),

  /** c3p0, which counts in seconds. */
  C3P0("c3p0", "C3p0PoolOpener", Duration.ofSeconds(1), Duration.ofSeconds(1), true),

  /** Vibur DBCP, whose connections may become as old as they like. */
  VIBUR("Vibur DBCP", "ViburPoolOpener", Duration.ofSeconds(1), null, false);

  private final String title;
  private final String opener;
  private final Duration leastIdleTimeout;
  private final @Nullable Duration leastLifetime;
  private final boolean alwaysTries;

  PoolLibrary(
      String title,
      String opener,
      Duration leastIdleTimeout,
      @Nullable Duration leastLifetime,
      boolean alwaysTries) {
    this.title = title;
    this.opener = opener;
    this.leastIdleTimeout = leastIdleTimeout;
    this.leastLifetime = leastLifetime;
    this.alwaysTries = alwaysTries;
  }

  /** Returns the names by which all are chosen. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(PoolLibrary::label).toList();
  }

  /**
   * Returns the library of a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PoolLibrary of(String label) {
    return Arrays.stream(values())
        .filter(library -> library.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no pool '%s'. Valid are: %s."
                        .formatted(label, String.join(", ", labels()))));
  }

  /** Returns the name by which it is chosen, such as {@code hikaricp}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the label, by which people choose. */
  @Override
  public String toString() {
    return label();
  }

  /** Returns the name that its makers write. */
  public String title() {
    return title;
  }

  /** Returns the shortest time after which it closes a connection that nobody needs. */
  public Duration leastIdleTimeout() {
    return leastIdleTimeout;
  }

  /**
   * Returns the shortest time after which it replaces a connection, or tries one that lies idle;
   * empty when it does neither.
   */
  public Optional<Duration> leastLifetime() {
    return Optional.ofNullable(leastLifetime);
  }

  /** Returns whether its pools try each connection whenever they lend it, asked to or not. */
  public boolean alwaysTries() {
    return alwaysTries;
  }

  /** Returns the name of the class that opens its pools, which each class loader links anew. */
  String openerClass() {
    return "dev.screentest.testbed.pool." + opener;
  }
}
