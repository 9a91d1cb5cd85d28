package dev.screentest.benchmarks.broken;

import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.Work;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A good store with one fault. */
final class BrokenStore implements MovieStore {

  /** As many as the verification of find-movie has on three movies: what comes next never ends. */
  private static final int GOOD_UNITS = 4;

  private final MovieStore good;
  private final Fault fault;
  private final AtomicInteger units = new AtomicInteger();

  BrokenStore(MovieStore good, Fault fault) {
    this.good = good;
    this.fault = fault;
  }

  @Override
  public <R extends @Nullable Object, X extends Exception> R inUnit(UnitKind kind, Work<R, X> work)
      throws X {
    return switch (fault) {
      case WRONG_TITLE -> good.inUnit(kind, unit -> work.run(spoiled(unit)));
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
      case HANGS -> units.incrementAndGet() > GOOD_UNITS ? hang() : good.inUnit(kind, work);
      case BREAKS -> throw new IllegalStateException("the framework fell over");
    };
  }

  private static <R extends @Nullable Object> R hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("nobody releases the latch");
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

  private static UnitOfWork spoiled(UnitOfWork unit) {
    return (UnitOfWork)
        Proxy.newProxyInstance(
            UnitOfWork.class.getClassLoader(),
            new Class<?>[] {UnitOfWork.class},
            (proxy, method, arguments) -> spoiled(call(unit, method, arguments)));
  }

  private static @Nullable Object spoiled(@Nullable Object result) {
    if (result instanceof Optional<?> found && found.orElse(null) instanceof Movie movie) {
      movie.setTitle(movie.getTitle() + "!");
    }
    return result;
  }

  private static @Nullable Object call(
      UnitOfWork unit, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(unit, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() {
    good.close();
  }
}
