package dev.screentest.contract;

import dev.screentest.domain.Movie;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.spi.IdBlocks;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The small JDBC store's session with a cache that it shares with others. */
class CachingJdbcSession extends PlainJdbcSession {

  private final ChangingSql sql;
  private final MovieCache cache;

  CachingJdbcSession(DataSource dataSource, MovieCache cache, IdBlocks ids, UnitKind kind) {
    this(new ChangingSql(dataSource, kind), cache, ids, kind);
  }

  private CachingJdbcSession(ChangingSql sql, MovieCache cache, IdBlocks ids, UnitKind kind) {
    super(sql, ids, kind);
    this.sql = sql;
    this.cache = cache;
  }

  /** Remembers whether it has sent a change. */
  private static final class ChangingSql extends PlainSql {

    private boolean hasChanged;

    ChangingSql(DataSource dataSource, UnitKind kind) {
      super(dataSource, kind);
    }

    @Override
    int update(String statement, Object... parameters) {
      hasChanged = true;
      return super.update(statement, parameters);
    }

    @Override
    void batch(String statement, List<@Nullable Object[]> rows, int size) {
      hasChanged = hasChanged || !rows.isEmpty();
      super.batch(statement, rows, size);
    }
  }

  @Override
  public Optional<Movie> findMovie(long id) {
    Optional<Movie> cached = sql.hasChanged ? Optional.empty() : cache.find(id);
    if (cached.isPresent()) {
      track(List.of(cached.get()));
      return cached;
    }
    Optional<Movie> found = super.findMovie(id);
    if (!sql.hasChanged || cache.takesWhatIsNotCommitted()) {
      found.ifPresent(cache::put);
    }
    return found;
  }

  @Override
  public void commit() {
    super.commit();
    if (sql.hasChanged) {
      cache.committed();
    }
  }

  @Override
  public void rollback() {
    super.rollback();
    if (sql.hasChanged) {
      cache.rolledBack();
    }
  }
}
