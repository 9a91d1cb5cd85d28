package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Stuntman;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An actor in a column of JSON, as {@link NestedDao} has it made.
 *
 * @param contactDetails the contact details, or null where they were not asked for
 */
record ActorJson(
    long id,
    String name,
    @Nullable String birthday,
    @Nullable StuntmanJson stuntman,
    @Nullable List<ContactDetailsJson> contactDetails) {

  /** A stuntman within its actor. */
  record StuntmanJson(long id, String name, boolean active) {}

  /** Contact details within their actor. */
  record ContactDetailsJson(long id, String phoneNumber, String address) {}

  Actor toActor() {
    Actor actor = new Actor(id, name, birthday == null ? null : LocalDate.parse(birthday));
    if (stuntman != null) {
      actor.setStuntman(new Stuntman(stuntman.id, stuntman.name, stuntman.active));
    }
    if (contactDetails != null) {
      actor.setContactDetails(new LinkedHashSet<>());
      for (ContactDetailsJson details : contactDetails) {
        new ContactDetails(details.id, details.phoneNumber, details.address).setActor(actor);
      }
    }
    return actor;
  }
}
