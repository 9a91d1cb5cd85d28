package dev.screentest.jdbi;

import dev.screentest.domain.CastList;
import java.util.ArrayList;
import java.util.List;

/** The cast of a movie as far as the rows of a join have told it. */
final class OpenCastList {

  private final long movieId;
  private final String title;
  private final List<CastList.Member> cast = new ArrayList<>();

  OpenCastList(long movieId, String title) {
    this.movieId = movieId;
    this.title = title;
  }

  long movieId() {
    return movieId;
  }

  void add(CastList.Member member) {
    cast.add(member);
  }

  CastList close() {
    return new CastList(movieId, title, cast);
  }
}
