package dev.screentest.jdbc;

import dev.screentest.domain.Capability;
import dev.screentest.domain.Variant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A way to use JDBC.
 *
 * @param columns how its queries read columns
 * @param ids makes what gives new rows their ids, one for each store
 */
record JdbcVariant(Variant variant, Columns columns, Supplier<IdSource> ids) {

  /** All of them; the first is the default. */
  static final List<JdbcVariant> ALL =
      List.of(
          new JdbcVariant(
              new Variant(
                  Variant.TAUGHT,
                  "PreparedStatement, ResultSet by column index, JDBC batches; arrays for bulk",
                  missing()),
              new ColumnsByIndex(),
              BlockIds::new),
          new JdbcVariant(
              new Variant("by-name", "as taught, but ResultSet by column name", missing()),
              new ColumnsByName(),
              BlockIds::new),
          new JdbcVariant(
              new Variant(
                  "returning",
                  "as taught, but ids are generated keys, which each insert returns",
                  missingWithReturnedIds(),
                  billOfReturnedIds()),
              new ColumnsByIndex(),
              ReturnedIds::new));

  /** Returns what opens the units of a new store. */
  JdbcUnitOpener opener(DataSource dataSource) {
    return new JdbcUnitOpener(dataSource, columns, ids.get());
  }

  private static Map<Capability, String> missing() {
    return Map.of(
        Capability.LAZY_LOADING, "JDBC knows rows, not relations",
        Capability.UNIT_CACHE, "JDBC keeps no objects",
        Capability.AUTOMATIC_DIRTY_CHECKING, "JDBC sends only what it is told to",
        Capability.SHARED_CACHE, "JDBC keeps no rows");
  }

  private static Map<Capability, String> missingWithReturnedIds() {
    Map<Capability, String> missing = new EnumMap<>(missing());
    missing.put(
        Capability.BULK,
        "no order is promised for the ids that an insert of many rows returns, so nobody could"
            + " say whose they are");
    return missing;
  }

  private static Map<String, String> billOfReturnedIds() {
    String batch =
        "pgjdbc sends a batch whose rows return ids row by row, and waits for answers whenever"
            + " 64 KB of them may be due";
    return Map.of(
        "INSERT-3", batch,
        "INSERT-4", batch,
        "INSERT-6", "each row takes a value of the sequence, and leaves the rest of its block");
  }
}
