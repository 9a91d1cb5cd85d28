package dev.screentest.jdbi;

import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.util.List;

/** {@link OrphanDao} by the fluent API. */
record FluentOrphanDao(FluentBatches batches) implements OrphanDao {

  @Override
  public int[] stuntmen(List<Stuntman> stuntmen) {
    return batches.execute(
        STUNTMEN, stuntmen, (statement, stuntman) -> statement.bind("id", stuntman.getId()));
  }

  @Override
  public int[] contactDetails(List<ContactDetails> details) {
    return batches.execute(
        CONTACT_DETAILS, details, (statement, each) -> statement.bind("id", each.getId()));
  }

  @Override
  public int[] roles(List<Role> roles) {
    return batches.execute(ROLES, roles, RowBinder.ROLE);
  }
}
