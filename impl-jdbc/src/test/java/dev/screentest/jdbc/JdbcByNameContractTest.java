package dev.screentest.jdbc;

import dev.screentest.contract.MovieStoreContract;

class JdbcByNameContractTest extends MovieStoreContract {

  JdbcByNameContractTest() {
    super(new JdbcMovieStoreProvider(), "by-name");
  }
}
