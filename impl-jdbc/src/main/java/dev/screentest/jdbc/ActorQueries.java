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
      select a.id, a.name, a.birthday, s.id, s.name, s.active
      from actors a
      left join stuntmen s on s.actor_id = a.id
      where a.id = ?\
      """;

  private static final String BY_IDS_WITH_CONTACT_DETAILS =
      """
      select a.id, a.name, a.birthday, s.id, s.name, s.active, d.id, d.phone_number, d.address
      from actors a
      left join stuntmen s on s.actor_id = a.id
      left join contact_details d on d.actor_id = a.id
      where a.id = any(?)
      order by a.id, d.id\
      """;

  private static final String BY_ID_WITH_CONTACT_DETAILS =
      """
      select a.id, a.name, a.birthday, s.id, s.name, s.active, d.id, d.phone_number, d.address
      from actors a
      left join stuntmen s on s.actor_id = a.id
      left join contact_details d on d.actor_id = a.id
      where a.id = ?
      order by d.id\
      """;

  private static final String LIVING_IN =
      """
      select a.id, a.name, a.birthday, s.id, s.name, s.active
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
      select a.id, a.name, a.birthday, s.id, s.name, s.active, d.id, d.phone_number, d.address
      from contact_details d
      join actors a on a.id = d.actor_id
      left join stuntmen s on s.actor_id = a.id
      where d.id = ?\
      """;

  private static final String STUNTMAN_BY_ID =
      """
      select a.id, a.name, a.birthday, s.id, s.name, s.active
      from stuntmen s
      join actors a on a.id = s.actor_id
      where s.id = ?\
      """;

  private static final int DETAILS = 1 + Rows.ACTOR_COLUMNS;

  private final UnitConnection connection;

  ActorQueries(UnitConnection connection) {
    this.connection = connection;
  }

  Optional<Actor> byId(long id) throws SQLException {
    try (PreparedStatement query = connection.prepare(BY_ID)) {
      query.setLong(1, id);
      return Rows.first(query, Rows::actor);
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
  private static List<Actor> withContactDetails(PreparedStatement query, int expected)
      throws SQLException {
    List<Actor> actors = new ArrayList<>(expected);
    try (ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        return actors;
      }
      long id = row.getLong(1);
      Actor actor = addWithContactDetails(id, row, actors);
      do {
        long nextId = row.getLong(1);
        if (nextId != id) {
          id = nextId;
          actor = addWithContactDetails(id, row, actors);
        }
        long detailsId = row.getLong(DETAILS);
        if (!row.wasNull()) {
          Rows.contactDetails(detailsId, row, DETAILS, actor);
        }
      } while (row.next());
    }
    return actors;
  }

  private static Actor addWithContactDetails(long id, ResultSet row, List<Actor> actors)
      throws SQLException {
    Actor actor = Rows.actor(id, row, 1);
    Rows.openContactDetails(actor);
    actors.add(actor);
    return actor;
  }

  List<Actor> livingIn(String addressFragment) throws SQLException {
    try (PreparedStatement query = connection.prepare(LIVING_IN)) {
      query.setString(1, LikePattern.containing(addressFragment));
      return Rows.list(query, Rows::actor);
    }
  }

  Optional<ContactDetails> contactDetailsById(long id) throws SQLException {
    try (PreparedStatement query = connection.prepare(CONTACT_DETAILS_BY_ID)) {
      query.setLong(1, id);
      return Rows.first(
          query, row -> Rows.contactDetails(row.getLong(DETAILS), row, DETAILS, Rows.actor(row)));
    }
  }

  Optional<Stuntman> stuntmanById(long id) throws SQLException {
    try (PreparedStatement query = connection.prepare(STUNTMAN_BY_ID)) {
      query.setLong(1, id);
      return Rows.first(query, Rows::actor).map(Actor::getStuntman);
    }
  }
}
