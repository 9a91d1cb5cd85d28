package dev.screentest.testbed.data;

import dev.screentest.domain.Actor;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.Stuntman;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an actor is, as values to compare.
 *
 * @param contactDetails in the order of the actor's set; null where they are not to be compared
 */
public record ActorFacts(
    long id,
    String name,
    @Nullable LocalDate birthday,
    @Nullable StuntmanFacts stuntman,
    @Nullable List<ContactFacts> contactDetails) {

  /**
   * Returns the facts of a stored actor: contact details at {@link FetchDepth#CONTACT_DETAILS}
   * only.
   */
  public static ActorFacts of(Actor actor, FetchDepth depth) {
    Stuntman stuntman = actor.getStuntman();
    return new ActorFacts(
        Ids.of(actor, actor.getId()),
        actor.getName(),
        actor.getBirthday(),
        stuntman == null ? null : StuntmanFacts.of(stuntman),
        depth == FetchDepth.CONTACT_DETAILS
            ? actor.getContactDetails().stream().map(ContactFacts::of).toList()
            : null);
  }
}
