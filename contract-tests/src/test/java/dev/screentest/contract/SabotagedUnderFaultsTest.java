package dev.screentest.contract;

import dev.screentest.domain.ConnectionLostException;
import dev.screentest.domain.DatabaseErrorException;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.domain.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stores whose fault shows when something breaks under them: the suite must name the rule. */
class SabotagedUnderFaultsTest {

  /** Runs some rules against the small JDBC store with sabotaged sessions. */
  private static Blame blame(PlainJdbcProvider.Sabotage sabotage, String... rules) {
    return blame(new PlainJdbcProvider(sabotage), rules);
  }

  private static Blame blame(MovieStoreProvider provider, String... rules) {
    return new Blame(ContractRun.ofRules(() -> new ServerStage(provider, Variant.TAUGHT), rules));
  }

  /** The small JDBC store behind a saboteur. */
  private abstract static class Saboteur implements MovieStoreProvider {

    private final MovieStoreProvider good = new PlainJdbcProvider();

    @Override
    public final String framework() {
      return good.framework();
    }

    @Override
    public final String version() {
      return good.version();
    }

    @Override
    public final List<Variant> variants() {
      return good.variants();
    }

    @Override
    public final MovieStore open(DataSource dataSource, Variant variant) {
      MovieStore store = good.open(dataSource, variant);
      return new MovieStore() {
        @Override
        public <R extends @Nullable Object, X extends Exception> R inUnit(
            UnitKind kind, Work<R, X> work) throws X {
          return perform(store, kind, work);
        }

        @Override
        public void close() {
          store.close();
        }
      };
    }

    abstract <R extends @Nullable Object, X extends Exception> R perform(
        MovieStore store, UnitKind kind, Work<R, X> work) throws X;
  }

  @Test
  void repeatsAUnitWhoseCommitWasNotAnswered() {
    blame(
            new Saboteur() {
              @Override
              <R extends @Nullable Object, X extends Exception> R perform(
                  MovieStore store, UnitKind kind, Work<R, X> work) throws X {
                try {
                  return store.inUnit(kind, work);
                } catch (StoreException failure) {
                  return store.inUnit(kind, work);
                }
              }
            },
            "FAULT-1",
            "FAULT-4")
        .isFor("FAULT-1", "FAULT-4")
        .says("FAULT-1", "0 units were hit in place of 1")
        .says("FAULT-4", "nobody repeats it", "stored more than once");
  }

  @Test
  void callsALostConnectionSomethingElse() {
    blame(
            new Saboteur() {
              @Override
              <R extends @Nullable Object, X extends Exception> R perform(
                  MovieStore store, UnitKind kind, Work<R, X> work) throws X {
                try {
                  return store.inUnit(kind, work);
                } catch (ConnectionLostException lost) {
                  throw new DatabaseErrorException("something went wrong", lost);
                }
              }
            },
            "FAULT-1",
            "FAULT-2",
            "FAULT-3",
            "FAULT-5",
            "FAULT-6")
        .isFor("FAULT-1", "FAULT-2", "FAULT-5", "FAULT-6")
        .says("FAULT-5", "an error that is not for this fault", "DatabaseErrorException=");
  }

  @Test
  void commitsInTheMiddleOfAUnit() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  public boolean existsMovieTitled(String title) {
                    boolean exists = super.existsMovieTitled(title);
                    sql().commit();
                    return exists;
                  }
                },
            "FAULT-1",
            "FAULT-3")
        .isFor("FAULT-1")
        .says("FAULT-1", "check for a commit before the end", "1 unit stored in part");
  }

  @Test
  void takesALostAnswerForAFailure() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  public void flush() {
                    sql().commit();
                  }

                  @Override
                  public void commit() {}
                },
            "FAULT-1",
            "FAULT-4")
        .isFor("FAULT-4")
        .says("FAULT-4", "4 units reported as failed, and stored all the same");
  }

  @Test
  void swallowsWhatTheDatabaseSays() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind) {
                  @Override
                  public void save(Movie movie) {
                    swallow(() -> super.save(movie));
                  }

                  @Override
                  public boolean existsMovieTitled(String title) {
                    swallow(() -> super.existsMovieTitled(title));
                    return true;
                  }

                  @Override
                  public void commit() {
                    swallow(super::commit);
                  }

                  @Override
                  public void close() {
                    swallow(super::close);
                  }
                },
            "FAULT-1",
            "FAULT-3")
        .isFor("FAULT-1")
        .says("FAULT-1", "1 unit committed, and nothing of it is stored");
  }

  private static void swallow(Runnable work) {
    try {
      work.run();
    } catch (PlainSql.Failure ignored) {
      // This is the sabotage.
    }
  }

  @Test
  void givesUpASlowNetwork() {
    blame(
            (dataSource, ids, kind) ->
                new PlainJdbcSession(
                    new PlainSql(dataSource, kind) {
                      @Override
                      void begin(Connection taken) throws SQLException {
                        taken.setNetworkTimeout(Runnable::run, 500);
                        super.begin(taken);
                      }
                    },
                    ids,
                    kind),
            "FAULT-3")
        .isFor("FAULT-3")
        .says("FAULT-3", "a time-out of the implementation's own", "units were hit in place of 0");
  }
}
