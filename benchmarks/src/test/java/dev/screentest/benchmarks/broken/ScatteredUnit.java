package dev.screentest.benchmarks.broken;

import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitOfWork;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs every call in a transaction of its own, and saves movies one by one. */
final class ScatteredUnit implements InvocationHandler {

  private final MovieStore good;

  ScatteredUnit(MovieStore good) {
    this.good = good;
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (arguments != null
        && method.getName().equals("saveAll")
        && arguments[0] instanceof Collection<?> movies
        && arguments[1] instanceof InsertStrategy strategy) {
      for (Object movie : movies) {
        good.write(
            unit -> {
              unit.saveAll(List.of((Movie) movie), strategy);
              return movie;
            });
      }
      return null;
    }
    List<@Nullable Object> results = new ArrayList<>();
    good.write(unit -> results.add(call(unit, method, arguments)));
    return results.get(0);
  }

  private static @Nullable Object call(
      UnitOfWork unit, Method method, @Nullable Object @Nullable [] arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(unit, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw e;
    }
  }
}
