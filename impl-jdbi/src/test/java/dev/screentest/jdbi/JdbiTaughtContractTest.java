package dev.screentest.jdbi;

import dev.screentest.contract.MovieStoreContract;
import dev.screentest.domain.Variant;

/** The suite, against the taught variant. */
class JdbiTaughtContractTest extends MovieStoreContract {

  JdbiTaughtContractTest() {
    super(new JdbiMovieStoreProvider(), Variant.TAUGHT);
  }
}
