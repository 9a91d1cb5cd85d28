package dev.screentest.jdbi;

import dev.screentest.contract.MovieStoreContract;

/** The suite, against the variant {@code sqlobject}. */
class JdbiSqlObjectContractTest extends MovieStoreContract {

  JdbiSqlObjectContractTest() {
    super(new JdbiMovieStoreProvider(), "sqlobject");
  }
}
