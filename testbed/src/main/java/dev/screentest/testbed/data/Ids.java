package dev.screentest.testbed.data;

import org.jspecify.annotations.Nullable;

/** Ids of objects that must have one. */
final class Ids {

  private Ids() {}

  static long of(Object entity, @Nullable Long id) {
    if (id == null) {
      throw new IllegalArgumentException(entity + " has no id, so it was not stored");
    }
    return id;
  }
}
