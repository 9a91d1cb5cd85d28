package dev.screentest.contract;

import dev.screentest.domain.Capability;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.GuardedMovieStore;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.UnitSession;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The reference store: the contract in memory, and a variant that can do nothing optional. */
@StoreName("memory")
public final class InMemoryMovieStoreProvider implements MovieStoreProvider {

  static final String BARE = "bare";

  private final Sabotage sabotage;
  private final MemoryDatabase database = new MemoryDatabase();

  /** How a session is made: as it should be, or with something done otherwise. */
  @FunctionalInterface
  interface Sabotage {
    UnitSession open(MemoryDatabase database, Variant variant, IdBlocks ids, UnitKind kind);
  }

  /** Creates a provider of stores that keep the contract. */
  public InMemoryMovieStoreProvider() {
    this(MemorySession::new);
  }

  InMemoryMovieStoreProvider(Sabotage sabotage) {
    this.sabotage = sabotage;
  }

  MemoryDatabase database() {
    return database;
  }

  @Override
  public String framework() {
    return "the reference store";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<Variant> variants() {
    Map<Capability, String> nothingBehindYourBack =
        Map.of(
            Capability.LAZY_LOADING, "nothing is loaded that was not asked for",
            Capability.UNIT_CACHE, "every result is made anew",
            Capability.AUTOMATIC_DIRTY_CHECKING, "nothing is written that was not saved",
            Capability.SHARED_CACHE, "units share nothing but the tables");
    Map<Capability, String> nothing = new EnumMap<>(Capability.class);
    for (Capability capability : Capability.values()) {
      nothing.put(capability, "this variant can do nothing optional, " + capability + " included");
    }
    return List.of(
        new Variant(Variant.TAUGHT, "sorted maps, as they are", nothingBehindYourBack),
        new Variant(BARE, "sorted maps, and every capability missing", nothing));
  }

  /** Opens a store on this provider's own tables; the data source is not looked at. */
  @Override
  public MovieStore open(DataSource dataSource, Variant variant) {
    return open(variant);
  }

  MovieStore open(Variant variant) {
    IdBlocks ids = new IdBlocks();
    return new GuardedMovieStore(variant, kind -> sabotage.open(database, variant, ids, kind));
  }
}
