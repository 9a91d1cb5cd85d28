package dev.screentest.benchmarks.workload;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where two values of records, lists and optionals differ first.
 *
 * @param path the way there, such as {@code [3].cast[1].name}
 * @param expected what should be there
 * @param actual what is there
 */
record Difference(String path, @Nullable Object expected, @Nullable Object actual) {

  /** Compares what came with what must come. */
  static void requireNone(String subject, Object expected, Object actual) {
    find("", expected, actual)
        .ifPresent(
            difference -> {
              throw new WrongAnswerException(subject + difference.text());
            });
  }

  static Optional<Difference> find(
      String path, @Nullable Object expected, @Nullable Object actual) {
    if (Objects.equals(expected, actual)) {
      return Optional.empty();
    }
    if (expected instanceof List<?> expectedList && actual instanceof List<?> actualList) {
      return inLists(path, expectedList, actualList);
    }
    if (expected instanceof Optional<?> one
        && actual instanceof Optional<?> other
        && one.isPresent()
        && other.isPresent()) {
      return find(path, one.get(), other.get());
    }
    if (expected instanceof Record && actual != null && expected.getClass() == actual.getClass()) {
      return inRecords(path, expected, actual);
    }
    return Optional.of(new Difference(path, expected, actual));
  }

  private static Optional<Difference> inLists(String path, List<?> expected, List<?> actual) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      Optional<Difference> found = find(path + "[" + i + "]", expected.get(i), actual.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.of(new Difference(path + ".size", expected.size(), actual.size()));
  }

  private static Optional<Difference> inRecords(String path, Object expected, Object actual) {
    for (RecordComponent component : expected.getClass().getRecordComponents()) {
      Optional<Difference> found =
          find(
              path + "." + component.getName(),
              valueOf(component, expected),
              valueOf(component, actual));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.of(new Difference(path, expected, actual));
  }

  private static @Nullable Object valueOf(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private String text() {
    return "%s: expected %s but was %s".formatted(path, quoted(expected), quoted(actual));
  }

  private static String quoted(@Nullable Object value) {
    return value instanceof String ? '"' + value.toString() + '"' : String.valueOf(value);
  }
}
