package dev.screentest.testbed.fault;

/** Threads that nobody waits for. */
final class Threads {
  private Threads() {}

  static void start(String name, Runnable work) {
    Thread thread = new Thread(work, "screentest-" + name);
    thread.setDaemon(true);
    thread.start();
  }
}
