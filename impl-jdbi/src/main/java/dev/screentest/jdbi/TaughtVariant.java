package dev.screentest.jdbi;

import dev.screentest.domain.Capability;
import dev.screentest.domain.Variant;
import java.util.Map;

/** What the taught variant says of itself. */
final class TaughtVariant {

  static final Variant VARIANT =
      new Variant(
          Variant.TAUGHT,
          "SQL objects attached once per unit of work, with the guide's mappers and row reducers",
          Map.of(
              Capability.LAZY_LOADING,
              "Jdbi is no object-relational mapper: what it has read knows no connection",
              Capability.UNIT_CACHE,
              "Jdbi has no session cache: every query maps its own rows",
              Capability.AUTOMATIC_DIRTY_CHECKING,
              "Jdbi tracks no changes and runs only the statements that it is told to"));

  private TaughtVariant() {}
}
