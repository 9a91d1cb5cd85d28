package dev.screentest.jdbi;

import dev.screentest.contract.MovieStoreContract;

/** The suite, against the variant {@code tuned}. */
class JdbiTunedContractTest extends MovieStoreContract {

  JdbiTunedContractTest() {
    super(new JdbiMovieStoreProvider(), "tuned");
  }
}
