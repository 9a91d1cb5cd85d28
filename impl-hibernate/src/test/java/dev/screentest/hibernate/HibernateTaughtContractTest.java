package dev.screentest.hibernate;

import dev.screentest.contract.MovieStoreContract;
import dev.screentest.domain.Variant;
import java.util.Map;

class HibernateTaughtContractTest extends MovieStoreContract {

  HibernateTaughtContractTest() {
    super(new HibernateMovieStoreProvider(), Variant.TAUGHT);
  }

  @Override
  protected Map<String, String> deviations() {
    return Map.of(
        "SAVE-32", "Hibernate does not count the rows that it deletes from a table of links");
  }
}
