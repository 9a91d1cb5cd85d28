package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.result.ResultSetScanner;
import org.jdbi.v3.core.statement.StatementContext;

/** Scans actors joined with their contact details, the rows of an actor one after the other. */
final class ContactDetailsScanner implements ResultSetScanner<List<Actor>> {

  private static final int ACTOR = 1;
  private static final int CONTACT_DETAILS = ACTOR + StoredActorMapper.COLUMNS;

  @Override
  public List<Actor> scanResultSet(Supplier<ResultSet> result, StatementContext context)
      throws SQLException {
    List<Actor> actors = new ArrayList<>();
    try (context) {
      ResultSet row = result.get();
      long id = 0;
      while (row.next()) {
        long next = row.getLong(ACTOR);
        if (actors.isEmpty() || next != id) {
          id = next;
          Actor actor = StoredActorMapper.read(row, ACTOR);
          actor.setContactDetails(new LinkedHashSet<>());
          actors.add(actor);
        }
        row.getLong(CONTACT_DETAILS);
        if (!row.wasNull()) {
          Actor actor = actors.get(actors.size() - 1);
          StoredContactDetailsMapper.read(row, CONTACT_DETAILS).setActor(actor);
        }
      }
    }
    return actors;
  }
}
