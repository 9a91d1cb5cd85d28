package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Movie;
import dev.screentest.domain.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Stores whose units share what they must not, or do not share what they say. */
class SabotagedCacheTest {

  private static final String[] GROUPS = {
    "Sharing", "Statement", "Interop", "Identity", "Transaction"
  };

  private static ContractRun run(CachingJdbcProvider provider, String variant, String... groups) {
    return ContractRun.of(() -> new ServerStage(provider, variant), groups);
  }

  /** Runs the rules of caches against the small JDBC store with another cache. */
  private static Blame blame(Supplier<MovieCache> caches) {
    return new Blame(
        run(new CachingJdbcProvider(caches), CachingJdbcProvider.CACHED, "Sharing", "Interop"));
  }

  @Test
  void aCacheThatIsDeclaredAndKeepsTheRulesPasses() {
    ContractRun run = run(new CachingJdbcProvider(), CachingJdbcProvider.CACHED, GROUPS);
    assertThat(run.failed()).isEmpty();
    assertThat(run.passed()).containsKeys("CACHE-1", "CACHE-9", "CACHE-11", "COUNT-3");
    assertThat(run.leftOut().get("INTEROP-4")).contains("has SHARED_CACHE");
    assertThat(run.leftOut().get("COUNT-23")).contains("different bill", "comes from a map");
  }

  @Test
  void hasACacheAndDoesNotSaySo() {
    new Blame(run(new CachingJdbcProvider(), Variant.TAUGHT, GROUPS))
        .isFor("COUNT-23", "INTEROP-4")
        .says("COUNT-23", "check for caches across units")
        .says("INTEROP-4", "check for caches across units", "before");
  }

  @Test
  void saysThatItHasACacheAndHasNone() {
    blame(
            () ->
                new MovieCache() {
                  @Override
                  Optional<Movie> find(long id) {
                    return Optional.empty();
                  }
                })
        .isFor("CACHE-1")
        .says("CACHE-1", "check that the cache is on", "select");
  }

  @Test
  void forgetsToTellTheCacheOfACommit() {
    blame(
            () ->
                new MovieCache() {
                  @Override
                  void committed() {}
                })
        .isFor("CACHE-2", "CACHE-3", "CACHE-4", "CACHE-6")
        .says("CACHE-2", "with their commit", "after", "before");
  }

  @Test
  void publishesWhatIsNotCommitted() {
    blame(
            () ->
                new MovieCache() {
                  @Override
                  boolean takesWhatIsNotCommitted() {
                    return true;
                  }
                })
        .isFor("CACHE-6")
        .says("CACHE-6", "its own changes", "after");
  }

  @Test
  void keepsWhatWasRolledBack() {
    blame(
            () ->
                new MovieCache() {
                  @Override
                  boolean takesWhatIsNotCommitted() {
                    return true;
                  }

                  @Override
                  void rolledBack() {}
                })
        .isFor("CACHE-5", "CACHE-6", "CACHE-10")
        .says("CACHE-5", "before it is committed", "never");
  }

  @Test
  void sharesItsObjects() {
    blame(
            () ->
                new MovieCache() {
                  @Override
                  Movie copy(Movie movie) {
                    return movie;
                  }
                })
        .isAtLeastFor("CACHE-7")
        .spares("CACHE-1", "CACHE-8", "CACHE-9", "CACHE-11")
        .says("CACHE-7", "each unit makes objects");
  }

  @Test
  void cachesTheResultOfAQueryAsWell() {
    List<Movie> result = new ArrayList<>();
    new Blame(
            run(
                new CachingJdbcProvider(
                    MovieCache::new,
                    (dataSource, cache, ids, kind) ->
                        new CachingJdbcSession(dataSource, cache, ids, kind) {
                          @Override
                          public List<Movie> allMovies() {
                            if (result.isEmpty()) {
                              result.addAll(super.allMovies());
                            }
                            return result;
                          }
                        }),
                CachingJdbcProvider.CACHED,
                "Sharing"))
        .isFor("CACHE-8")
        .says("CACHE-8", "no results of queries", "second");
  }

  @Test
  void cannotBeToldToForget() {
    blame(
            () ->
                new MovieCache() {
                  @Override
                  void evict() {}
                })
        .isAtLeastFor("CACHE-9")
        .says("CACHE-9", "check that evicting empties the cache");
  }

  @Test
  void hasOneCacheForAllItsStores() {
    MovieCache one = new MovieCache();
    blame(() -> one)
        .isFor("CACHE-11")
        .says("CACHE-11", "each store has a cache of its own", "but was: 0L");
  }
}
