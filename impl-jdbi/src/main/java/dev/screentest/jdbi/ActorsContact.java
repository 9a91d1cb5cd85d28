package dev.screentest.jdbi;

import dev.screentest.domain.ContactDetails;
import org.jdbi.v3.core.mapper.RowViewMapper;

/** Contact details as they were read, still apart from their actor. */
record ActorsContact(long actorId, ContactDetails details) {

  static final RowViewMapper<ActorsContact> MAPPER =
      row ->
          new ActorsContact(
              row.getColumn("actor_id", Long.class), row.getRow(ContactDetails.class));
}
