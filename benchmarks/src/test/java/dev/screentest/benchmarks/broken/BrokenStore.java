package dev.screentest.benchmarks.broken;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.Work;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A good store with one fault. */
final class BrokenStore implements MovieStore {

  /** As many as the verification of find-movie has on three movies: what comes next never ends. */
  private static final int GOOD_UNITS = 6;

  private final MovieStore good;
  private final Fault fault;
  private final AtomicInteger units = new AtomicInteger();
  private final Saboteur saboteur;

  /** What a store that keeps too much has of earlier units. */
  private final Map<List<@Nullable Object>, @Nullable Object> kept = new HashMap<>();

  BrokenStore(MovieStore good, Fault fault, Saboteur saboteur) {
    this.good = good;
    this.fault = fault;
    this.saboteur = saboteur;
  }

  @Override
  public <R extends @Nullable Object, X extends Exception> R inUnit(UnitKind kind, Work<R, X> work)
      throws X {
    return switch (fault) {
      case TALKS ->
          good.inUnit(
              kind,
              unit -> {
                unit.selectOne();
                return work.run(unit);
              });
      case SAVES_THE_TRANSACTION ->
          good.inUnit(kind == UnitKind.READ ? UnitKind.QUERY : kind, work);
      case FORGETS -> kind == UnitKind.WRITE ? rolledBack(work) : good.inUnit(kind, work);
      case HANGS -> {
        if (units.incrementAndGet() > GOOD_UNITS) {
          hang();
        }
        yield good.inUnit(kind, work);
      }
      case BREAKS -> throw new IllegalStateException("the framework fell over");
      case COMMITS_TENTH -> good.inUnit(kind, work);
      case COMMITS_EACH -> kind == UnitKind.WRITE ? work.run(scattered()) : good.inUnit(kind, work);
      case NO_INDEX -> sabotaged("drop index if exists actors_name", kind, work);
      case SETS -> sabotaged("set enable_seqscan = off", kind, work);
      case PREPARES -> sabotaged(BrokenStore::nameAtOnce, kind, work);
      case HIDES -> sabotaged("set pg_stat_statements.track = none", kind, work);
      case SCRIBBLES ->
          sabotaged("update movies set title = title || '.' where id = 2", kind, work);
      case KEEPS_CONNECTION -> {
        R result = good.inUnit(kind, work);
        saboteur.keepConnection();
        yield result;
      }
      default -> good.inUnit(kind, unit -> work.run(spoiled(unit)));
    };
  }

  /** By reflection, since this module knows the driver by its name only. */
  private static void nameAtOnce(Connection connection) throws SQLException {
    try {
      Class<?> type = Class.forName("org.postgresql.PGConnection");
      type.getMethod("setPrepareThreshold", int.class).invoke(connection.unwrap(type), 1);
    } catch (ReflectiveOperationException e) {
      throw new SQLException(e);
    }
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("nobody releases the latch");
  }

  private <R extends @Nullable Object, X extends Exception> R sabotaged(
      String sql, UnitKind kind, Work<R, X> work) throws X {
    return sabotaged(Saboteur.executing(sql), kind, work);
  }

  private <R extends @Nullable Object, X extends Exception> R sabotaged(
      Saboteur.Sabotage sabotage, UnitKind kind, Work<R, X> work) throws X {
    R result = good.inUnit(kind, work);
    saboteur.once(sabotage);
    return result;
  }

  /** Does the work, rolls it back, and says nothing of it. */
  private <R extends @Nullable Object, X extends Exception> R rolledBack(Work<R, X> work) throws X {
    List<R> results = new ArrayList<>();
    try {
      good.inUnit(
          UnitKind.WRITE,
          unit -> {
            results.add(work.run(unit));
            throw new Rollback();
          });
    } catch (Rollback expected) {
      return results.get(0);
    }
    throw new AssertionError("the unit ended without the exception of its work");
  }

  /** Not an error, but the only way to have a unit rolled back. */
  private static final class Rollback extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private UnitOfWork spoiled(UnitOfWork unit) {
    return proxy(new SpoiledUnit(unit, fault, kept));
  }

  /** A unit of which every movie that is saved is a unit of its own. */
  private UnitOfWork scattered() {
    return proxy(new ScatteredUnit(good));
  }

  private static UnitOfWork proxy(InvocationHandler handler) {
    return (UnitOfWork)
        Proxy.newProxyInstance(
            UnitOfWork.class.getClassLoader(), new Class<?>[] {UnitOfWork.class}, handler);
  }

  @Override
  public void evict() {
    good.evict();
  }

  @Override
  public void close() {
    good.close();
  }
}
