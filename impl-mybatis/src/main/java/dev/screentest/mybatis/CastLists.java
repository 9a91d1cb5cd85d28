package dev.screentest.mybatis;

import static java.util.Objects.requireNonNull;

import dev.screentest.domain.CastList;
import dev.screentest.mybatis.CastMapper.CastListRow;
import dev.screentest.mybatis.CastRowMapper.MemberRow;
import java.util.ArrayList;
import java.util.List;

/** Cast lists that grow by the rows of a join, which come ordered by movie, then actor. */
final class CastLists {

  private final List<CastListRow> rows = new ArrayList<>();

  void add(MemberRow member) {
    Long actorId = member.actorId();
    CastListRow list = listOf(member);
    if (actorId != null) {
      list.cast().add(new CastList.Member(actorId, requireNonNull(member.actorName())));
    }
  }

  private CastListRow listOf(MemberRow member) {
    CastListRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
    if (last == null || last.movieId() != member.movieId()) {
      last = new CastListRow(member.movieId(), member.title());
      rows.add(last);
    }
    return last;
  }

  List<CastListRow> rows() {
    return rows;
  }
}
