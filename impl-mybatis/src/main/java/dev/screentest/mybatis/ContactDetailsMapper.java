package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import java.util.Optional;

/** Statements on the table of contact details, which come with their actors. */
interface ContactDetailsMapper {

  Optional<ContactDetails> find(long id);

  int insert(ContactDetails details);

  /** Inserts any number of rows by one statement; the arrays are the table's columns. */
  int insertAll(Long[] ids, String[] phoneNumbers, String[] addresses, Long[] actorIds);

  int update(ContactDetails details);

  int delete(ContactDetails details);

  int deleteOf(Actor actor);
}
