package dev.screentest.hibernate;

import dev.screentest.domain.CastList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a movie and one of its actors, who is null in a movie without a cast. */
record CastRow(long movieId, String title, @Nullable Long actorId, @Nullable String actorName) {

  /** Groups rows that are ordered by movie. */
  static List<CastList> byMovie(List<CastRow> rows) {
    List<CastList> lists = new ArrayList<>();
    List<CastList.Member> cast = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      CastRow row = rows.get(i);
      if (row.actorId != null && row.actorName != null) {
        cast.add(new CastList.Member(row.actorId, row.actorName));
      }
      if (i + 1 == rows.size() || rows.get(i + 1).movieId != row.movieId) {
        lists.add(new CastList(row.movieId, row.title, cast));
        cast.clear();
      }
    }
    return lists;
  }
}
