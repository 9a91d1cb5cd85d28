package dev.screentest.benchmarks.broken;

import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.UnitOfWork;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A good unit of work, some calls of which go wrong. */
final class SpoiledUnit implements InvocationHandler {

  private final UnitOfWork good;
  private final Fault fault;
  private final Map<List<@Nullable Object>, @Nullable Object> kept;

  SpoiledUnit(UnitOfWork good, Fault fault, Map<List<@Nullable Object>, @Nullable Object> kept) {
    this.good = good;
    this.fault = fault;
    this.kept = kept;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    @Nullable Object[] arguments = given == null ? new Object[0] : given.clone();
    return switch (fault) {
      case WRONG_TITLE -> otherTitle(call(method, arguments));
      case NO_BATCH -> call(method, replaced(arguments, InsertStrategy.ROW_BY_ROW));
      case SHALLOW -> call(method, replaced(arguments, FetchDepth.ACTORS));
      case DEEP -> call(method, deeper(arguments));
      case NO_KEYS -> call(method, copied(arguments));
      case SKIPS_UPDATES -> isSaveOfStored(method, arguments) ? null : call(method, arguments);
      case NO_ORDER -> reversed(call(method, arguments));
      case KEEPS_CONTEXT ->
          method.getName().startsWith("find") ? kept(method, arguments) : call(method, arguments);
      case CACHES ->
          method.getReturnType() == List.class ? kept(method, arguments) : call(method, arguments);
      default -> throw new IllegalStateException(fault + " is no fault of a unit");
    };
  }

  private @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
    try {
      return method.invoke(good, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static @Nullable Object otherTitle(@Nullable Object result) {
    if (result instanceof Optional<?> found && found.orElse(null) instanceof Movie movie) {
      movie.setTitle(movie.getTitle() + "!");
    }
    return result;
  }

  private static @Nullable Object[] replaced(@Nullable Object[] arguments, Enum<?> other) {
    return Arrays.stream(arguments)
        .map(
            argument ->
                argument instanceof Enum<?> choice
                        && choice.getDeclaringClass() == other.getDeclaringClass()
                    ? other
                    : argument)
        .toArray();
  }

  private static @Nullable Object[] deeper(@Nullable Object[] arguments) {
    return replaced(
        arguments,
        Arrays.asList(arguments).contains(FetchDepth.MOVIES)
            ? FetchDepth.ACTORS
            : FetchDepth.CONTACT_DETAILS);
  }

  private static @Nullable Object[] copied(@Nullable Object[] arguments) {
    return Arrays.stream(arguments)
        .map(
            argument -> {
              if (argument instanceof Movie movie && movie.getId() == null) {
                return copy(movie);
              }
              return argument instanceof Collection<?> movies
                  ? movies.stream().map(movie -> copy((Movie) movie)).toList()
                  : argument;
            })
        .toArray();
  }

  private static Movie copy(Movie movie) {
    return new Movie(movie.getTitle(), movie.getReleaseDate());
  }

  private static boolean isSaveOfStored(Method method, @Nullable Object[] arguments) {
    return method.getName().equals("save")
        && arguments[0] instanceof Movie movie
        && movie.getId() != null;
  }

  private static @Nullable Object reversed(@Nullable Object result) {
    if (!(result instanceof List<?> list)) {
      return result;
    }
    List<Object> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  private @Nullable Object kept(Method method, @Nullable Object[] arguments) throws Throwable {
    List<@Nullable Object> question = new ArrayList<>(Arrays.asList(arguments));
    question.add(method.getName());
    if (!kept.containsKey(question)) {
      kept.put(question, call(method, arguments));
    }
    return kept.get(question);
  }
}
