package dev.screentest.jdbi;

import dev.screentest.contract.MovieStoreContract;

/** The suite, against the variant {@code returning}. */
class JdbiReturningContractTest extends MovieStoreContract {

  JdbiReturningContractTest() {
    super(new JdbiMovieStoreProvider(), "returning");
  }
}
