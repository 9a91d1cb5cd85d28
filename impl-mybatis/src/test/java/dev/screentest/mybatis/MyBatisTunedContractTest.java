package dev.screentest.mybatis;

import dev.screentest.contract.MovieStoreContract;

/** The suite, on the variant {@code tuned}. */
class MyBatisTunedContractTest extends MovieStoreContract {

  MyBatisTunedContractTest() {
    super(new MyBatisMovieStoreProvider(), "tuned");
  }
}
