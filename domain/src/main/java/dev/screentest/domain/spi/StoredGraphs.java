package dev.screentest.domain.spi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Relations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stored side of a merge: reads rows into objects that are tracked by the unit. */
public interface StoredGraphs {

  /** Reads a movie without its cast. */
  Optional<Movie> movie(long id);

  /** Reads a movie with its cast and the actors' contact details. */
  Optional<Movie> movieWithCast(long id);

  /** Reads an actor with its contact details: by its key, where there is a statement for that. */
  default Optional<Actor> actor(long id) {
    return actors(List.of(id)).stream().findFirst();
  }

  /** Reads those actors that are there, with their contact details. */
  List<Actor> actors(Collection<Long> ids);

  /** Returns whether a relation is loaded; frameworks with lazy collections know better. */
  default boolean isLoaded(Set<?> relation) {
    return Relations.isLoaded(relation);
  }
}
