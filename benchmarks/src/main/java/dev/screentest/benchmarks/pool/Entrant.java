package dev.screentest.benchmarks.pool;

/**
 * Who is measured in a JVM of its own.
 *
 * @param contestant the label of the implementation, such as {@code hibernate/tuned}
 * @param pool the label of the pool's library, such as {@code hikaricp}
 * @param jvm the version of the JVM, such as {@code 17.0.15}
 */
public record Entrant(String contestant, String pool, String jvm) {

  @Override
  public String toString() {
    return contestant + " on " + pool + ", Java " + jvm;
  }
}
