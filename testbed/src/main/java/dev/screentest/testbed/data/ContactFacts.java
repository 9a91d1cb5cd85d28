package dev.screentest.testbed.data;

import dev.screentest.domain.ContactDetails;

/** What contact details say, as values to compare. */
public record ContactFacts(long id, String phoneNumber, String address) {

  /** Returns the facts of stored contact details. */
  public static ContactFacts of(ContactDetails details) {
    return new ContactFacts(
        Ids.of(details, details.getId()), details.getPhoneNumber(), details.getAddress());
  }
}
