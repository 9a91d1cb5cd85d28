package dev.screentest.contract;

import dev.screentest.domain.Variant;

/** A small store that keeps the contract passes the suite, before it is sabotaged. */
class PlainJdbcContractTest extends MovieStoreContract {

  PlainJdbcContractTest() {
    super(new PlainJdbcProvider(), Variant.TAUGHT);
  }
}
