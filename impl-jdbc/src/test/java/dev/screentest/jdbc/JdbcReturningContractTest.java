package dev.screentest.jdbc;

import dev.screentest.contract.MovieStoreContract;

class JdbcReturningContractTest extends MovieStoreContract {

  JdbcReturningContractTest() {
    super(new JdbcMovieStoreProvider(), "returning");
  }
}
