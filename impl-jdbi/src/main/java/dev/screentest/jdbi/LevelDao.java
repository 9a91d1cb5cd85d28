package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The levels of a graph below movies, for one object of the level above or for many. */
interface LevelDao {

  String CAST_OF =
      "select "
          + Select.ACTOR_COLUMNS
          + """

          from movies_actors r
          join actors a on a.id = r.actor_id
          left join stuntmen s on s.actor_id = a.id
          where r.movie_id = :movieId
          order by a.id
          """;

  String CASTS_OF =
      "select m.id as movie_id, "
          + Select.ACTOR_COLUMNS
          + """

          from movies m
          join movies_actors r on r.movie_id = m.id
          join actors a on a.id = r.actor_id
          left join stuntmen s on s.actor_id = a.id
          where m.id = any(:movieIds)
          order by m.id, a.id
          """;

  String CONTACT_DETAILS_OF =
      "select "
          + Select.CONTACT_DETAILS_COLUMNS
          + " from contact_details c where c.actor_id = :actorId order by c.id";

  String CONTACT_DETAILS_OF_ALL =
      "select c.actor_id, "
          + Select.CONTACT_DETAILS_COLUMNS
          + " from contact_details c where c.actor_id = any(:actorIds) order by c.actor_id, c.id";

  @SqlQuery(CAST_OF)
  List<Actor> castOf(long movieId);

  @SqlQuery(CASTS_OF)
  List<CastMember> castsOf(List<Long> movieIds);

  @SqlQuery(CONTACT_DETAILS_OF)
  List<ContactDetails> contactDetailsOf(long actorId);

  @SqlQuery(CONTACT_DETAILS_OF_ALL)
  List<ActorsContact> contactDetailsOfAll(List<Long> actorIds);
}
