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

  @Override
  void close();
}
