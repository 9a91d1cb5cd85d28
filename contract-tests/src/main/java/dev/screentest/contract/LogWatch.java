package dev.screentest.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Whoever collects what is logged above INFO. All frameworks' logs end in {@code java.util.logging}
 * here, by the SLF4J binding that comes with this suite.
 */
final class LogWatch {

  /** HikariCP's word for a machine that is too busy, which is nobody's fault here. */
  private static final String CLOCK_LEAP = "Thread starvation or clock leap";

  private static final Logger ROOT = Logger.getLogger("");

  private final List<String> records = new ArrayList<>();
  private final Handler handler = new Collector();
  private String allowed = "nobody";

  private LogWatch() {}

  static LogWatch start() {
    LogWatch watch = new LogWatch();
    ROOT.addHandler(watch.handler);
    return watch;
  }

  void stop() {
    ROOT.removeHandler(handler);
  }

  synchronized void allowNothing() {
    allowed = "nobody";
  }

  /** Lets loggers whose name begins like this log what they want until the end of the test. */
  synchronized void allow(String loggers) {
    allowed = loggers;
  }

  /** Returns what was logged since the last call. */
  synchronized List<String> drain() {
    List<String> drained = List.copyOf(records);
    records.clear();
    return drained;
  }

  private synchronized void add(LogRecord entry) {
    String message = new SimpleFormatter().formatMessage(entry);
    String logger = entry.getLoggerName() == null ? "" : entry.getLoggerName();
    if (!logger.startsWith(allowed) && !message.contains(CLOCK_LEAP)) {
      records.add(entry.getLevel() + " " + logger + ": " + message);
    }
  }

  private final class Collector extends Handler {

    @Override
    public void publish(LogRecord entry) {
      if (entry.getLevel().intValue() > Level.INFO.intValue()) {
        add(entry);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
