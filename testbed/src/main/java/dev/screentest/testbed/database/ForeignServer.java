package dev.screentest.testbed.database;

/**
 * A server that somebody else runs: all that we do to it happens in schemas of our own.
 *
 * @param endpoint where it is
 */
record ForeignServer(Endpoint endpoint) implements RunningServer {

  @Override
  public String kind() {
    return "external";
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  @Override
  public void close() {
    // It was there before us and stays.
  }
}
