package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store on a schema of its own in the PostgreSQL that all tests of a JVM share. */
final class ServerStage implements Stage {

  private final MovieStoreProvider provider;
  private final Variant variant;
  private @Nullable Opened opened;

  ServerStage(MovieStoreProvider provider, String variantName) {
    this.provider = provider;
    this.variant =
        provider.variants().stream()
            .filter(candidate -> candidate.name().equals(variantName))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        provider.framework()
                            + " has no variant "
                            + variantName
                            + "; it has "
                            + provider.variants().stream().map(Variant::name).toList()));
  }

  /**
   * What is there between {@link #open} and {@link #close}, in the order in which it was opened.
   */
  private record Opened(
      Workspace workspace, PooledDatabase pool, Server server, LogWatch log, MovieStore store) {}

  @Override
  public void open() {
    Workspace workspace =
        SharedDatabase.get()
            .createWorkspace("suite for " + provider.framework() + ", " + variant.name());
    PooledDatabase pool = workspace.openPool(PoolOptions.defaults());
    pool.awaitFull();
    LogWatch log = LogWatch.start();
    Server server = new Server(workspace, pool, provider, variant, log);
    server.startSequencesAt(Witness.FIRST_SEQUENCE_ID);
    MovieStore store = new WatchedStore(provider.open(pool.dataSource(), variant), server.units());
    opened = new Opened(workspace, pool, server, log, store);
  }

  private Opened opened() {
    if (opened == null) {
      throw new IllegalStateException("the stage is not open");
    }
    return opened;
  }

  @Override
  public void reset() {
    opened().server().clear();
    opened().store().evict();
    opened().log().allowNothing();
    opened().server().units().reset();
  }

  @Override
  public void checkNothingLeftBehind() {
    Server server = opened().server();
    server.closeWhatTheTestOpened();
    List<String> log = opened().log().drain();
    int borrowed = server.borrowed();
    List<String> transactions = server.openTransactions();
    List<String> stray = server.units().strayStatements();
    server.startAnewFromHere();
    assertThat(borrowed).as("connections that were not given back to the pool").isZero();
    assertThat(transactions).as("transactions left open after the test").isEmpty();
    assertThat(stray).as("statements sent outside of a unit of work").isEmpty();
    assertThat(log).as("logged above INFO").isEmpty();
  }

  @Override
  public MovieStore store() {
    return opened().store();
  }

  @Override
  public MovieStoreProvider provider() {
    return provider;
  }

  @Override
  public Variant variant() {
    return variant;
  }

  @Override
  public Witness witness() {
    return opened().server();
  }

  @Override
  public boolean hasServer() {
    return true;
  }

  @Override
  public Server server() {
    return opened().server();
  }

  @Override
  public void close() {
    Opened stage = opened;
    if (stage == null) {
      return;
    }
    opened = null;
    try (Workspace workspace = stage.workspace();
        Server server = stage.server();
        MovieStore store = stage.store()) {
      stage.log().stop();
    }
  }
}
