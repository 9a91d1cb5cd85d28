package dev.screentest.contract;

import dev.screentest.domain.Capability;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.GuardedMovieStore;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.UnitOpener;
import dev.screentest.domain.spi.UnitSession;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The small JDBC store with a cache: a variant that says so, and one that does not. */
@StoreName("caching")
public final class CachingJdbcProvider implements MovieStoreProvider {

  /** The variant that declares its cache. */
  static final String CACHED = "cached";

  private final Supplier<MovieCache> caches;
  private final Sabotage sabotage;

  /** How a session is made: as it should be, or with something done otherwise. */
  @FunctionalInterface
  interface Sabotage {
    UnitSession open(DataSource dataSource, MovieCache cache, IdBlocks ids, UnitKind kind);
  }

  /** Creates a provider of stores that keep the contract. */
  public CachingJdbcProvider() {
    this(MovieCache::new);
  }

  CachingJdbcProvider(Supplier<MovieCache> caches) {
    this(caches, CachingJdbcSession::new);
  }

  CachingJdbcProvider(Supplier<MovieCache> caches, Sabotage sabotage) {
    this.caches = caches;
    this.sabotage = sabotage;
  }

  @Override
  public String framework() {
    return "plain JDBC with a cache";
  }

  @Override
  public String version() {
    return Runtime.version().toString();
  }

  @Override
  public List<Variant> variants() {
    Variant plain = new PlainJdbcProvider().variants().get(0);
    Map<Capability, String> missing = new EnumMap<>(plain.missing());
    missing.remove(Capability.SHARED_CACHE);
    return List.of(
        plain,
        new Variant(
            CACHED,
            "a map of movies by id, emptied with every change",
            missing,
            Map.of("COUNT-23", "a movie that another unit has found comes from a map")));
  }

  @Override
  public MovieStore open(DataSource dataSource, Variant variant) {
    IdBlocks ids = new IdBlocks();
    MovieCache cache = caches.get();
    return new GuardedMovieStore(
        variant,
        new UnitOpener() {
          @Override
          public UnitSession open(UnitKind kind) {
            return sabotage.open(dataSource, cache, ids, kind);
          }

          @Override
          public void evict() {
            cache.evict();
          }
        });
  }
}
