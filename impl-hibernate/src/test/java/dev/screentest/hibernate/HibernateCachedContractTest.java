package dev.screentest.hibernate;

import dev.screentest.contract.MovieStoreContract;
import java.util.Map;

class HibernateCachedContractTest extends MovieStoreContract {

  HibernateCachedContractTest() {
    super(new HibernateMovieStoreProvider(), "cached");
  }

  @Override
  protected Map<String, String> deviations() {
    return HibernateTaughtContractTest.DEVIATIONS;
  }
}
