package dev.screentest.testbed.data;

import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.IdRange;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What is in a data set: the expected answer to every question. Ids of movies and actors run from 1
 * without gaps. Thread-safe.
 */
public interface Catalogue {

  /** Returns the number of movies, which is the largest movie id too. */
  long movies();

  /** Returns the number of actors, which is the largest actor id too. */
  long actors();

  /** Returns a movie without its cast. */
  MovieFacts movie(long id);

  /** Returns an actor with contact details. */
  ActorFacts actor(long id);

  /** Returns the ids of a movie's actors, ascending. */
  List<Long> cast(long movieId);

  /** Returns a movie as deep as told. */
  default MovieFacts movie(long id, FetchDepth depth) {
    MovieFacts movie = movie(id);
    return depth == FetchDepth.MOVIES
        ? movie
        : new MovieFacts(
            movie.id(),
            movie.title(),
            movie.releaseDate(),
            cast(id).stream().map(actor -> actor(actor, depth)).toList());
  }

  /** Returns the movies with ids in a range, as deep as told. */
  default List<MovieFacts> movies(IdRange ids, FetchDepth depth) {
    return LongStream.rangeClosed(ids.first(), Math.min(ids.last(), movies()))
        .mapToObj(id -> movie(id, depth))
        .toList();
  }

  /** Returns an actor, with contact details at {@link FetchDepth#CONTACT_DETAILS} only. */
  default ActorFacts actor(long id, FetchDepth depth) {
    ActorFacts actor = actor(id);
    return depth == FetchDepth.CONTACT_DETAILS
        ? actor
        : new ActorFacts(actor.id(), actor.name(), actor.birthday(), actor.stuntman(), null);
  }

  /** Returns the movies in which an actor of exactly this name plays, without their cast. */
  default List<MovieFacts> moviesStarring(String actorName) {
    Set<Long> namesakes =
        LongStream.rangeClosed(1, actors())
            .filter(id -> actor(id).name().equals(actorName))
            .boxed()
            .collect(Collectors.toSet());
    return LongStream.rangeClosed(1, movies())
        .filter(id -> !Collections.disjoint(namesakes, cast(id)))
        .mapToObj(this::movie)
        .toList();
  }
}
