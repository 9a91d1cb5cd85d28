package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The levels of a graph below movies, for one object of the level above or for many. */
interface LevelDao {

  @SqlQuery(
      "select "
          + Select.ACTOR_COLUMNS
          + """

          from movies_actors r
          join actors a on a.id = r.actor_id
          left join stuntmen s on s.actor_id = a.id
          where r.movie_id = :movieId
          order by a.id
          """)
  List<Actor> castOf(long movieId);

  @SqlQuery(
      "select r.movie_id, "
          + Select.ACTOR_COLUMNS
          + """

          from movies_actors r
          join actors a on a.id = r.actor_id
          left join stuntmen s on s.actor_id = a.id
          where r.movie_id = any(:movieIds)
          order by r.movie_id, a.id
          """)
  List<CastMember> castsOf(List<Long> movieIds);

  @SqlQuery(
      "select "
          + Select.CONTACT_DETAILS_COLUMNS
          + " from contact_details c where c.actor_id = :actorId order by c.id")
  List<ContactDetails> contactDetailsOf(long actorId);

  @SqlQuery(
      "select c.actor_id, "
          + Select.CONTACT_DETAILS_COLUMNS
          + " from contact_details c where c.actor_id = any(:actorIds) order by c.actor_id, c.id")
  List<ActorsContact> contactDetailsOfAll(List<Long> actorIds);
}
