package dev.screentest.mybatis;

import dev.screentest.domain.ContactDetails;
import java.util.List;

/** {@link ContactDetailsMapper}, with inserts that bring back the ids that the database gives. */
interface ReturningContactDetailsMapper extends ContactDetailsMapper {

  /** Inserts rows by one statement. */
  int insertRows(List<ContactDetails> rows);
}
