package dev.screentest.mybatis;

import dev.screentest.contract.MovieStoreContract;
import java.util.Map;

/** The suite, on the variant {@code returning}. */
class MyBatisReturningContractTest extends MovieStoreContract {

  private static final String CUT_TO_PIECES =
      "the driver does not rewrite a batch whose ids come back, describes its statement first, and"
          + " sends it in pieces whose answers fit into 64 kB";

  MyBatisReturningContractTest() {
    super(new MyBatisMovieStoreProvider(), "returning");
  }

  @Override
  protected Map<String, String> deviations() {
    return Map.of(
        "INSERT-3", CUT_TO_PIECES,
        "INSERT-4", CUT_TO_PIECES,
        "INSERT-6", "the column's default gives each row a value of the sequence");
  }
}
