package dev.screentest.hibernate;

import dev.screentest.contract.MovieStoreContract;
import dev.screentest.domain.Variant;
import java.util.Map;

class HibernateTaughtContractTest extends MovieStoreContract {

  /** What a {@link org.hibernate.Session} does not notice, in every variant that is one. */
  static final Map<String, String> DEVIATIONS =
      Map.of("SAVE-32", "Hibernate does not count the rows that it deletes from a table of links");

  HibernateTaughtContractTest() {
    super(new HibernateMovieStoreProvider(), Variant.TAUGHT);
  }

  @Override
  protected Map<String, String> deviations() {
    return DEVIATIONS;
  }
}
