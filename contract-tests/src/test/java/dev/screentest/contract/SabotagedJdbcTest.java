package dev.screentest.contract;

import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Stores whose fault only a server can see, on its wire or in its sessions. */
class SabotagedJdbcTest {

  /** Runs groups of rules against the small JDBC store with sabotaged sessions. */
  private static Blame blame(PlainJdbcProvider.Sabotage sabotage, String... groups) {
    return new Blame(
        ContractRun.of(
            () -> new ServerStage(new PlainJdbcProvider(sabotage), Variant.TAUGHT), groups));
  }

  @Test
  void sendsNPlusOneBehindTheLabelJoined() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  public List<Movie> moviesWithCast(
                      IdRange range, FetchDepth depth, FetchStrategy strategy) {
                    return super.moviesWithCast(
                        range,
                        depth,
                        strategy == FetchStrategy.JOINED ? FetchStrategy.N_PLUS_ONE : strategy);
                  }
                },
            "Statement",
            "Relation")
        .isFor("COUNT-6", "COUNT-1", "COUNT-2", "COUNT-12")
        .says(
            "COUNT-6", "N+1 behind another name", "5 movies and 4 distinct actors", "expected: 1L");
  }

  @Test
  void keepsAConnection() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(
                    new PlainSql(dataSource, kind) {
                      private boolean failed;

                      @Override
                      void rollback() {
                        super.rollback();
                        failed = true;
                      }

                      @Override
                      void close() {
                        if (!failed) {
                          super.close();
                        }
                      }
                    },
                    ids,
                    kind),
            "Resource")
        .isFor("RES-1", "RES-5", "RES-11")
        .says("RES-1", "in a finally", "connections not given back");
  }

  @Test
  void leavesTheTransactionOpen() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(
                    new PlainSql(dataSource, kind) {
                      @Override
                      void begin(Connection taken) throws SQLException {
                        try (Statement statement = taken.createStatement()) {
                          statement.execute(kind == UnitKind.READ ? "begin read only" : "select");
                        }
                        if (kind == UnitKind.WRITE) {
                          super.begin(taken);
                        }
                      }

                      @Override
                      void commit() {
                        if (kind == UnitKind.WRITE) {
                          super.commit();
                        }
                      }

                      @Override
                      void close() {
                        if (kind == UnitKind.WRITE) {
                          super.close();
                          return;
                        }
                        try {
                          connection().close();
                        } catch (SQLException e) {
                          throw new PlainSql.Failure(e);
                        }
                      }
                    },
                    ids,
                    kind),
            "Projection")
        .isFor(
            "PROJ-1", "PROJ-2", "PROJ-3", "PROJ-4", "PROJ-5", "PROJ-7", "PROJ-8", "PROJ-9",
            "PROJ-10")
        .says("PROJ-1", "transactions left open", "idle in transaction");
  }

  @Test
  void loadsTheWholeTableToStreamIt() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  int fetchSize() {
                    return 0;
                  }
                },
            "Streaming")
        .isFor("STREAM-5")
        .says("STREAM-5", "check the fetch size and autocommit", "50000");
  }

  @Test
  void takesIdsOnASecondConnection() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  long nextValue(Table table) {
                    PlainSql second = new PlainSql(dataSource, UnitKind.QUERY);
                    try {
                      return new PlainJdbcSession(second, new IdBlocks(), UnitKind.QUERY)
                          .nextValue(table);
                    } finally {
                      second.close();
                    }
                  }
                },
            "Resource",
            "Insert")
        .isFor("RES-2")
        .says("RES-2", "blocks of ids", "active=1");
  }

  @Test
  void usesATransactionInQuery() {
    blame(
            (dataSource, ids, kind) -> {
              UnitKind used = kind == UnitKind.QUERY ? UnitKind.READ : kind;
              return new PlainJdbcSession(new PlainSql(dataSource, used), ids, kind) {
                @Override
                public void close() {
                  if (kind == UnitKind.QUERY) {
                    sql().commit();
                  }
                  super.close();
                }
              };
            },
            "Statement")
        .isFor("COUNT-2")
        .says("COUNT-2", "check for BEGIN", "BEGIN READ ONLY");
  }

  @Test
  void asksTheDatabaseBeforeAnybodyAskedTheUnit() {
    blame(
            (dataSource, ids, kind) -> {
              PlainJdbcSession session =
                  new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind);
              session.selectOne();
              return session;
            },
            "Statement")
        .isAtLeastFor("COUNT-5")
        .says("COUNT-5", "before its first question", "select 1");
  }

  @Test
  void leavesStatementsOpen() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  public long countMovies() {
                    try {
                      var rows = sql().prepare("select count(*) from movies").executeQuery();
                      rows.next();
                      return rows.getLong(1);
                    } catch (SQLException e) {
                      throw new PlainSql.Failure(e);
                    }
                  }
                },
            "Resource")
        .isFor("RES-5")
        .says("RES-5", "statements still open", "select count(*) from movies");
  }

  @Test
  void putsValuesIntoTheSql() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  public boolean existsMovieTitled(String title) {
                    return !movies("where m.title = '" + title.replace("'", "''") + "' limit 1")
                        .isEmpty();
                  }
                },
            "HostileInput",
            "Query")
        .isFor("HOST-8")
        .says("HOST-8", "values travel as parameters", "m.title = 'zqx'");
  }

  @Test
  void pagesInMemory() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  public List<Movie> moviesPage(MovieOrder order, long offset, int limit) {
                    return super.moviesPage(order, 0, Integer.MAX_VALUE).stream()
                        .skip(offset)
                        .limit(limit)
                        .toList();
                  }
                },
            "Page")
        .isFor("PAGE-11")
        .says("PAGE-11", "not applied in memory", "expected: 2L");
  }

  @Test
  void insertsBatchesAsSingleRows() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  public void saveAll(Collection<Movie> movies, InsertStrategy strategy) {
                    super.saveAll(movies, InsertStrategy.ROW_BY_ROW);
                  }
                },
            "Insert")
        .isFor("INSERT-3", "INSERT-4")
        .says("INSERT-3", "check the size of batches", "but was: 511L");
  }

  @Test
  void asksOneStatementForAllSearchesWithConditionsThatAreAlwaysTrue() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  public List<Movie> searchMovies(MovieSearch search) {
                    String fragment = search.titleFragment();
                    return super.searchMovies(
                        new MovieSearch(
                            fragment == null ? "" : fragment,
                            search.releasedAfter(),
                            search.actorName()));
                  }
                },
            "Statement",
            "Query")
        .isFor("COUNT-21")
        .says("COUNT-21", "left out, instead of made true", "m.title ilike");
  }

  @Test
  void logsWhatNobodyShouldBeWarnedOf() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  public int deleteMoviesReleasedBefore(LocalDate day) {
                    Logger.getLogger("plain").warning("about to delete movies");
                    return super.deleteMoviesReleasedBefore(day);
                  }
                },
            "Bulk")
        .isFor("BULK-3", "BULK-4", "BULK-5", "BULK-6", "BULK-7")
        .says("BULK-3", "logged above INFO", "about to delete movies");
  }
}
