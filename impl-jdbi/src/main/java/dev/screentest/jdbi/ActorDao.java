package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;

/** Actors, who always come with their stuntmen, by themselves or by what belongs to them. */
interface ActorDao {

  String FIND = Select.ACTORS + "where a.id = :id";

  String FIND_BY_STUNTMAN = Select.ACTORS + "where s.id = :stuntmanId";

  String FIND_CONTACT_DETAILS = Select.ACTORS_WITH_CONTACT_DETAILS + "where c.id = :id";

  String LIVING_AT =
      Select.ACTORS
          + """
          where a.id in (
            select c.actor_id
            from contact_details c
            where c.address ilike :pattern)
          order by a.id
          """;

  @SqlQuery(FIND)
  Optional<Actor> find(long id);

  @SqlQuery(FIND_BY_STUNTMAN)
  Optional<Actor> findByStuntman(long stuntmanId);

  @SqlQuery(FIND_CONTACT_DETAILS)
  @UseRowMapper(ContactDetailsMapper.class)
  Optional<ContactDetails> findContactDetails(long id);

  @SqlQuery(LIVING_AT)
  List<Actor> livingAt(String pattern);

  /** Maps contact details and the actor they belong to. Public, because Jdbi creates it. */
  class ContactDetailsMapper implements RowViewMapper<ContactDetails> {

    @Override
    public ContactDetails map(RowView row) {
      ContactDetails details = row.getRow(ContactDetails.class);
      details.setActor(row.getRow(Actor.class));
      return details;
    }
  }
}
