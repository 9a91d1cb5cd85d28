package dev.screentest.hibernate;

import dev.screentest.contract.MovieStoreContract;
import dev.screentest.domain.Variant;

class HibernateTaughtContractTest extends MovieStoreContract {

  HibernateTaughtContractTest() {
    super(new HibernateMovieStoreProvider(), Variant.TAUGHT);
  }
}
