package dev.screentest.testbed.fault;

/** A gate that everybody passes while it is open, and waits at while it is shut. Thread-safe. */
final class Gate {
  private boolean shut;

  synchronized void shut() {
    shut = true;
  }

  synchronized void open() {
    shut = false;
    notifyAll();
  }

  synchronized void pass() throws InterruptedException {
    while (shut) {
      wait();
    }
  }
}
