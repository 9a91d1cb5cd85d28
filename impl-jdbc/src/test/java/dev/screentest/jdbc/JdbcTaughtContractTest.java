package dev.screentest.jdbc;

import dev.screentest.contract.MovieStoreContract;

class JdbcTaughtContractTest extends MovieStoreContract {

  JdbcTaughtContractTest() {
    super(new JdbcMovieStoreProvider(), "taught");
  }
}
