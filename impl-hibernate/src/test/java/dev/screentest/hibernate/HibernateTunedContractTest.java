package dev.screentest.hibernate;

import dev.screentest.contract.MovieStoreContract;
import java.util.Map;

class HibernateTunedContractTest extends MovieStoreContract {

  HibernateTunedContractTest() {
    super(new HibernateMovieStoreProvider(), "tuned");
  }

  @Override
  protected Map<String, String> deviations() {
    return HibernateTaughtContractTest.DEVIATIONS;
  }
}
