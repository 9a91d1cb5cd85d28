package dev.screentest.mybatis;

import dev.screentest.domain.CastList;
import java.util.ArrayList;
import java.util.List;

/**
 * A cast list to which MyBatis still adds members, row by row: it cannot give a constructor what is
 * spread over several rows.
 */
record CastListRow(long movieId, String title, List<CastList.Member> cast) {

  CastListRow(long movieId, String title) {
    this(movieId, title, new ArrayList<>());
  }

  CastList complete() {
    return new CastList(movieId, title, cast);
  }
}
