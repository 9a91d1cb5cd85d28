package dev.screentest.hibernate;

import dev.screentest.contract.MovieStoreContract;
import java.util.Map;

class HibernateIdentityContractTest extends MovieStoreContract {

  HibernateIdentityContractTest() {
    super(new HibernateMovieStoreProvider(), "identity");
  }

  @Override
  protected Map<String, String> deviations() {
    return HibernateTaughtContractTest.DEVIATIONS;
  }
}
