package dev.screentest.benchmarks.stage;

/** A setting of a fork was not what it was to be when it had measured; the message says which. */
public final class SettingChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SettingChangedException(String message) {
    super(message);
  }
}
