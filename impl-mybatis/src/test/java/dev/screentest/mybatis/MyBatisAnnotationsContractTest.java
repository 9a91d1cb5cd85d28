package dev.screentest.mybatis;

import dev.screentest.contract.MovieStoreContract;

/** The suite, on the variant {@code annotations}. */
class MyBatisAnnotationsContractTest extends MovieStoreContract {

  MyBatisAnnotationsContractTest() {
    super(new MyBatisMovieStoreProvider(), "annotations");
  }
}
