package dev.screentest.benchmarks.stage;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How much the libraries may say on standard error. */
public final class LogLevels {

  /**
   * Where Hibernate warns, with a stack trace each time, of services that it leaves alone: beside a
   * build it meets those of the host, and goes on with its own.
   */
  private static final Logger HIBERNATE_SERVICES = Logger.getLogger("org.hibernate.orm.service");

  private LogLevels() {}

  /** Lets through warnings and errors alone. */
  public static void quiet() {
    set(Level.WARNING);
    HIBERNATE_SERVICES.setLevel(Level.SEVERE);
  }

  /** Lets through nothing: for those who break connections on purpose, of which pools warn. */
  public static void silent() {
    set(Level.OFF);
  }

  /** Lets through what users of the libraries read when they look for a mistake. */
  public static void verbose() {
    set(Level.INFO);
  }

  private static void set(Level level) {
    Logger root = Logger.getLogger("");
    root.setLevel(level);
    for (Handler handler : root.getHandlers()) {
      handler.setLevel(level);
    }
  }
}
