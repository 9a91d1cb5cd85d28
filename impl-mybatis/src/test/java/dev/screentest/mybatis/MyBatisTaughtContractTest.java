package dev.screentest.mybatis;

import dev.screentest.contract.MovieStoreContract;
import dev.screentest.domain.Variant;

/** The suite, on the variant {@code taught}. */
class MyBatisTaughtContractTest extends MovieStoreContract {

  MyBatisTaughtContractTest() {
    super(new MyBatisMovieStoreProvider(), Variant.TAUGHT);
  }
}
