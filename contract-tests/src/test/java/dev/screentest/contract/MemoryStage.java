package dev.screentest.contract;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.Variant;
import java.util.function.UnaryOperator;

/** A stage without a server: the reference store, or what a sabotage makes of it. */
final class MemoryStage implements Stage {

  private final InMemoryMovieStoreProvider provider;
  private final Variant variant;
  private final MovieStore store;

  MemoryStage(
      InMemoryMovieStoreProvider provider, String variant, UnaryOperator<MovieStore> sabotage) {
    this.provider = provider;
    this.variant =
        provider.variants().stream()
            .filter(candidate -> candidate.name().equals(variant))
            .findFirst()
            .orElseThrow();
    this.store = sabotage.apply(provider.open(this.variant));
  }

  @Override
  public void open() {}

  @Override
  public void reset() {
    provider.database().clear();
    store.evict();
  }

  @Override
  public void checkNothingLeftBehind() {}

  @Override
  public MovieStore store() {
    return store;
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
    return provider.database();
  }

  @Override
  public boolean hasServer() {
    return false;
  }

  @Override
  public Server server() {
    throw new IllegalStateException("there is no server in memory");
  }

  @Override
  public void close() {
    store.close();
  }
}
