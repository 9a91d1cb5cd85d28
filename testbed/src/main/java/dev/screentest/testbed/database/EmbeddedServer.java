package dev.screentest.testbed.database;

import dev.screentest.testbed.embedded.EmbeddedPostgres;
import dev.screentest.testbed.embedded.EmbeddedPostgresException;

/** A server of our own from Maven artifacts. */
final class EmbeddedServer implements RunningServer {
  private final EmbeddedPostgres postgres;

  private EmbeddedServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static EmbeddedServer start(DurabilityProfile profile) {
    try {
      return new EmbeddedServer(EmbeddedPostgres.start(ServerSettings.withStatistics(profile)));
    } catch (EmbeddedPostgresException e) {
      throw new DatabaseUnavailableException(e.problem(), e.remedy(), e);
    }
  }

  @Override
  public Endpoint endpoint() {
    // The server offers no TLS, and need not be asked for it at each connection.
    return new Endpoint(
        postgres.url() + "?sslmode=disable", new Credentials(postgres.user(), postgres.password()));
  }

  @Override
  public String kind() {
    return "embedded";
  }

  @Override
  public boolean isOurs() {
    return true;
  }

  @Override
  public boolean canRestart() {
    return true;
  }

  @Override
  public void halt() {
    try {
      postgres.halt();
    } catch (EmbeddedPostgresException e) {
      throw new DatabaseUnavailableException(e.problem(), e.remedy(), e);
    }
  }

  @Override
  public void resume() {
    try {
      postgres.resume();
    } catch (EmbeddedPostgresException e) {
      throw new DatabaseUnavailableException(e.problem(), e.remedy(), e);
    }
  }

  @Override
  public void close() {
    postgres.close();
  }
}
