package dev.screentest.testbed.database;

/** A PostgreSQL that is there, and how to be done with it. */
sealed interface RunningServer extends AutoCloseable
    permits EmbeddedServer, ContainerServer, ForeignServer {
  /** Where it is. */
  Endpoint endpoint();

  /** What it is, for reports. */
  String kind();

  /** Whether it ends with us, so that what we leave in it does not matter. */
  boolean isOurs();

  /** Whether it can be stopped and started again in its place: same address, same data. */
  default boolean canRestart() {
    return false;
  }

  /**
   * Stops it for {@link #resume()}.
   *
   * @throws UnsupportedOperationException where {@link #canRestart()} is false
   */
  default void halt() {
    throw new UnsupportedOperationException("A server of kind " + kind() + " is not halted.");
  }

  /**
   * Starts it again after {@link #halt()}.
   *
   * @throws UnsupportedOperationException where {@link #canRestart()} is false
   */
  default void resume() {
    throw new UnsupportedOperationException("A server of kind " + kind() + " is not resumed.");
  }

  @Override
  void close();
}
