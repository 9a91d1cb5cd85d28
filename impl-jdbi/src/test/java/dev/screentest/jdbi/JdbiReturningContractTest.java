package dev.screentest.jdbi;

import dev.screentest.contract.MovieStoreContract;
import java.util.Map;

/** The suite, against the variant {@code returning}. */
class JdbiReturningContractTest extends MovieStoreContract {

  JdbiReturningContractTest() {
    super(new JdbiMovieStoreProvider(), "returning");
  }

  @Override
  protected Map<String, String> deviations() {
    return Map.of("INSERT-6", "every row takes a value of the sequence, by the column's default");
  }
}
