package dev.screentest.domain;

import java.util.List;

/**
 * A nested projection: a movie and its actors, without entities.
 *
 * @param cast the actors, by id
 */
public record CastList(long movieId, String title, List<Member> cast) {

  public CastList {
    cast = List.copyOf(cast);
  }

  /** An actor of a cast. */
  public record Member(long actorId, String name) {}
}
