package dev.screentest.testbed.database;

import java.io.PrintWriter;
import java.io.StringWriter;

/** All that a failure could print, causes and suppressed ones included. */
final class StackTraces {
  private StackTraces() {}

  static String of(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
