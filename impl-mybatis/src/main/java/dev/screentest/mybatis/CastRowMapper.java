package dev.screentest.mybatis;

import dev.screentest.domain.IdRange;
import org.apache.ibatis.session.ResultHandler;

/**
 * Statements of {@link CastMapper} that hand over rows as they are. A nested result looks up the
 * keys of all its levels in every row; a row is one constructor, and what it means is said in Java.
 */
interface CastRowMapper {

  /** Movies and actors by a join, ordered by movie, then actor. */
  void joinActors(IdRange ids, ResultHandler<JoinedRow> handler);

  /** Movies, actors and contact details by a join, ordered by movie, actor, then details. */
  void joinAll(IdRange ids, ResultHandler<JoinedRow> handler);

  /** The casts of movies, ordered by movie, then actor. */
  void casts(Long[] movieIds, ResultHandler<RoleRow> handler);

  /** The contact details of actors, ordered by actor, then details. */
  void contacts(Long[] actorIds, ResultHandler<ContactRow> handler);

  /** Movies and the names of their actors by a join, ordered by movie, then actor. */
  void castLists(IdRange movieIds, ResultHandler<MemberRow> handler);
}
