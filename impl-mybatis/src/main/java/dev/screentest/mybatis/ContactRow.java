package dev.screentest.mybatis;

import dev.screentest.domain.ContactDetails;

/** A row of contact details. */
record ContactRow(long actorId, long id, String phoneNumber, String address) {

  ContactDetails contactDetails() {
    return new ContactDetails(id, phoneNumber, address);
  }
}
