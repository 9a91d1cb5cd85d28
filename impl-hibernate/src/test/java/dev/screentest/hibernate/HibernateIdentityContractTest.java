package dev.screentest.hibernate;

import dev.screentest.contract.MovieStoreContract;

class HibernateIdentityContractTest extends MovieStoreContract {

  HibernateIdentityContractTest() {
    super(new HibernateMovieStoreProvider(), "identity");
  }
}
