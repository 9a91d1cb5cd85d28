package dev.screentest.hibernate;

import dev.screentest.contract.MovieStoreContract;

class HibernateStatelessContractTest extends MovieStoreContract {

  HibernateStatelessContractTest() {
    super(new HibernateMovieStoreProvider(), "stateless");
  }
}
