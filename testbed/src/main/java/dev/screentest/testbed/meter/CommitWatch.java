package dev.screentest.testbed.meter;

/**
 * Whoever looks for the answers to commits in what passes on one connection, which somebody else
 * carries. Not for encrypted connections: nothing is seen on those.
 */
public final class CommitWatch {
  private final WireTally tally = new WireTally();
  private final WireConnection connection = new WireConnection(tally);

  /** Creates a watch; the connection has not said anything yet. */
  public CommitWatch() {}

  /** Reads what the client sends. */
  public void sent(byte[] bytes, int offset, int length) {
    connection.sent(bytes, offset, length);
  }

  /**
   * Reads what the server sends.
   *
   * @return whether the answer to a commit that it has done ends in it
   */
  public synchronized boolean received(byte[] bytes, int offset, int length) {
    long before = tally.snapshot().commits();
    connection.received(bytes, offset, length);
    return tally.snapshot().commits() > before;
  }
}
