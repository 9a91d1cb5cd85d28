package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The ids of objects that must have one, since they are stored or about to be. */
final class Ids {

  private Ids() {}

  static long of(Movie movie) {
    return present(movie.getId(), movie);
  }

  static long of(Actor actor) {
    return present(actor.getId(), actor);
  }

  static long of(Stuntman stuntman) {
    return present(stuntman.getId(), stuntman);
  }

  static long of(ContactDetails details) {
    return present(details.getId(), details);
  }

  /** Returns ids as a parameter of type {@code bigint[]}. */
  static <E> long[] array(List<E> entities, ToLongFunction<E> id) {
    long[] ids = new long[entities.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = id.applyAsLong(entities.get(i));
    }
    return ids;
  }

  private static long present(@Nullable Long id, Object entity) {
    if (id == null) {
      throw new IllegalStateException(entity + " has no id, although it was assigned or read");
    }
    return id;
  }
}
