package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.LikePattern;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queries for actors and for what belongs to an actor. */
final class ActorQueries {

  private static final String BY_ID =
      """
      select a.id as actor_id, a.name as actor_name, a.birthday,
             s.id as stuntman_id, s.name as stuntman_name, s.active
      from actors a
      left join stuntmen s on s.actor_id = a.id
      where a.id = ?\
      """;

  private static final String BY_IDS_WITH_CONTACT_DETAILS =
      """
      select a.id as actor_id, a.name as actor_name, a.birthday,
             s.id as stuntman_id, s.name as stuntman_name, s.active,
             d.id as contact_id, d.phone_number, d.address
      from actors a
      left join stuntmen s on s.actor_id = a.id
      left join contact_details d on d.actor_id = a.id
      where a.id = any(?)
      order by a.id, d.id\
      """;

  private static final String BY_ID_WITH_CONTACT_DETAILS =
      """
      select a.id as actor_id, a.name as actor_name, a.birthday,
             s.id as stuntman_id, s.name as stuntman_name, s.active,
             d.id as contact_id, d.phone_number, d.address
      from actors a
      left join stuntmen s on s.actor_id = a.id
      left join contact_details d on d.actor_id = a.id
      where a.id = ?
      order by d.id\
      """;

  private static final String LIVING_IN =
      """
      select a.id as actor_id, a.name as actor_name, a.birthday,
             s.id as stuntman_id, s.name as stuntman_name, s.active
      from actors a
      left join stuntmen s on s.actor_id = a.id
      where a.id in (
        select actor_id
        from contact_details
        where address ilike ?)
      order by a.id\
      """;

  private static final String CONTACT_DETAILS_BY_ID =
      """
      select a.id as actor_id, a.name as actor_name, a.birthday,
             s.id as stuntman_id, s.name as stuntman_name, s.active,
             d.id as contact_id, d.phone_number, d.address
      from contact_details d
      join actors a on a.id = d.actor_id
      left join stuntmen s on s.actor_id = a.id
      where d.id = ?\
      """;

  private static final String STUNTMAN_BY_ID =
      """
      select a.id as actor_id, a.name as actor_name, a.birthday,
             s.id as stuntman_id, s.name as stuntman_name, s.active
      from stuntmen s
      join actors a on a.id = s.actor_id
      where s.id = ?\
      """;

  private static final int DETAILS = 1 + Entities.ACTOR_COLUMNS;

  private final UnitConnection connection;
  private final Entities entities;

  ActorQueries(UnitConnection connection, Entities entities) {
    this.connection = connection;
    this.entities = entities;
  }

  Optional<Actor> byId(long id) throws SQLException {
    try (PreparedStatement query = connection.prepare(BY_ID)) {
      query.setLong(1, id);
      return Rows.first(query, entities::actor);
    }
  }

  Optional<Actor> byIdWithContactDetails(long id) throws SQLException {
    try (PreparedStatement query = connection.prepare(BY_ID_WITH_CONTACT_DETAILS)) {
      query.setLong(1, id);
      List<Actor> found = withContactDetails(query, 1);
      return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }
  }

  List<Actor> byIdsWithContactDetails(long[] ids) throws SQLException {
    try (PreparedStatement query = connection.prepare(BY_IDS_WITH_CONTACT_DETAILS)) {
      query.setObject(1, ids);
      return withContactDetails(query, ids.length);
    }
  }

  /**
   * Maps rows ordered by actor, one for each of its contact details or a single one without any.
   */
  private List<Actor> withContactDetails(PreparedStatement query, int expected)
      throws SQLException {
    List<Actor> actors = new ArrayList<>(expected);
    try (ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        return actors;
      }
      long id = entities.actorId(row, 1);
      Actor actor = addWithContactDetails(id, row, actors);
      do {
        long nextId = entities.actorId(row, 1);
        if (nextId != id) {
          id = nextId;
          actor = addWithContactDetails(id, row, actors);
        }
        long detailsId = entities.contactDetailsId(row, DETAILS);
        if (!row.wasNull()) {
          entities.contactDetails(detailsId, row, DETAILS, actor);
        }
      } while (row.next());
    }
    return actors;
  }

  private Actor addWithContactDetails(long id, ResultSet row, List<Actor> actors)
      throws SQLException {
    Actor actor = entities.actor(id, row, 1);
    Entities.openContactDetails(actor);
    actors.add(actor);
    return actor;
  }

  List<Actor> livingIn(String addressFragment) throws SQLException {
    try (PreparedStatement query = connection.prepare(LIVING_IN)) {
      query.setString(1, LikePattern.containing(addressFragment));
      return Rows.list(query, entities::actor);
    }
  }

  Optional<ContactDetails> contactDetailsById(long id) throws SQLException {
    try (PreparedStatement query = connection.prepare(CONTACT_DETAILS_BY_ID)) {
      query.setLong(1, id);
      return Rows.first(
          query,
          row ->
              entities.contactDetails(
                  entities.contactDetailsId(row, DETAILS), row, DETAILS, entities.actor(row)));
    }
  }

  Optional<Stuntman> stuntmanById(long id) throws SQLException {
    try (PreparedStatement query = connection.prepare(STUNTMAN_BY_ID)) {
      query.setLong(1, id);
      return Rows.first(query, entities::actor).map(Actor::getStuntman);
    }
  }
}
