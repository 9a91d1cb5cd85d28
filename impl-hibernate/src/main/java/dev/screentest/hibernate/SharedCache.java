package dev.screentest.hibernate;

import dev.screentest.domain.Movie;
import javax.cache.CacheManager;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.jsr107.Eh107Configuration;
import org.ehcache.jsr107.EhcacheCachingProvider;

/** The caches of Hibernate's second level: Ehcache, on the heap, behind the interface of JCache. */
final class SharedCache {

  /** More than a set of reference data has, and a bound all the same. */
  static final int MOST_MOVIES = 10_000;

  private SharedCache() {}

  /**
   * Makes a manager with a cache for movies; Hibernate closes it with its session factory.
   *
   * <p>Each has a provider of its own: one provider gives the same manager to everybody, and so the
   * rows of one database to stores on another.
   */
  static CacheManager ofMovies() {
    CacheManager manager = new EhcacheCachingProvider().getCacheManager();
    manager.createCache(
        Movie.class.getName(),
        Eh107Configuration.fromEhcacheCacheConfiguration(
            CacheConfigurationBuilder.newCacheConfigurationBuilder(
                Object.class, Object.class, ResourcePoolsBuilder.heap(MOST_MOVIES))));
    return manager;
  }
}
