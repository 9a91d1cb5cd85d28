package dev.screentest.mybatis;

import dev.screentest.contract.MovieStoreContract;

/** The suite, on the variant {@code returning}. */
class MyBatisReturningContractTest extends MovieStoreContract {

  MyBatisReturningContractTest() {
    super(new MyBatisMovieStoreProvider(), "returning");
  }
}
