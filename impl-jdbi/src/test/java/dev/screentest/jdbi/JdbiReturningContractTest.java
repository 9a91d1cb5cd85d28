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
    String replies = "the driver sends no more rows at once than it has room for the ids of";
    return Map.of(
        "INSERT-3", replies,
        "INSERT-4", replies,
        "INSERT-6", "every row takes a value of the sequence, by the column's default");
  }
}
