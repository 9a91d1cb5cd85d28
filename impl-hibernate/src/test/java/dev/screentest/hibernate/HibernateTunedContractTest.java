package dev.screentest.hibernate;

import dev.screentest.contract.MovieStoreContract;

class HibernateTunedContractTest extends MovieStoreContract {

  HibernateTunedContractTest() {
    super(new HibernateMovieStoreProvider(), "tuned");
  }
}
