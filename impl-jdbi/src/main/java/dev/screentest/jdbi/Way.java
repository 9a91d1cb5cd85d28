package dev.screentest.jdbi;

import dev.screentest.domain.Capability;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.IdBlocks;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;

/** A way to use Jdbi, which is a variant of the contract. */
enum Way {
  TAUGHT(
      Variant.TAUGHT,
      "SQL objects attached once per unit of work, with the guide's mappers and row reducers") {
    @Override
    JdbiUnits open(DataSource dataSource) {
      return JdbiUnits.ofSqlObjects(
          dataSource, DomainMappers::register, InsertDaos.OF_ROWS_WITH_IDS, Ids.of(new IdBlocks()));
    }
  },

  TUNED(
      "tuned",
      "the fluent API, with mappers written by hand, joins scanned and values bound one by one") {
    @Override
    JdbiUnits open(DataSource dataSource) {
      return JdbiUnits.ofStatements(dataSource);
    }
  },

  SQL_OBJECT(
      "sqlobject", "SQL objects as in taught, with the mappers of tuned: what SQL objects cost") {
    @Override
    JdbiUnits open(DataSource dataSource) {
      return JdbiUnits.ofSqlObjects(
          dataSource, JdbiUnits::byHand, InsertDaos.OF_ROWS_WITH_IDS, Ids.of(new IdBlocks()));
    }
  },

  RETURNING(
      "returning",
      "as taught, but ids come back from each insert: batches that return are not rewritten") {
    @Override
    JdbiUnits open(DataSource dataSource) {
      return JdbiUnits.ofSqlObjects(
          dataSource, DomainMappers::register, InsertDaos.RETURNING_IDS, Ids.BY_INSERT);
    }

    @Override
    Map<String, String> differentBill() {
      String cut = "the driver cuts a batch where the ids that it returns would fill its buffer";
      return Map.of(
          "INSERT-3", cut,
          "INSERT-4", cut,
          "INSERT-6", "every row takes a value of the sequence, by the column's default");
    }
  };

  private static final Map<Capability, String> MISSING =
      Map.of(
          Capability.LAZY_LOADING,
          "Jdbi is no object-relational mapper: what it has read knows no connection",
          Capability.UNIT_CACHE,
          "Jdbi has no session cache: every query maps its own rows",
          Capability.AUTOMATIC_DIRTY_CHECKING,
          "Jdbi tracks no changes and runs only the statements that it is told to",
          Capability.SHARED_CACHE,
          "Jdbi caches what it knows of types and SQL, and no rows");

  private final String variantName;
  private final String summary;

  Way(String variantName, String summary) {
    this.variantName = variantName;
    this.summary = summary;
  }

  /** Returns the way that is one of the provider's variants. */
  static Way of(Variant variant) {
    return Arrays.stream(values())
        .filter(way -> way.variantName.equals(variant.name()))
        .findFirst()
        .orElseThrow();
  }

  Variant variant() {
    return new Variant(variantName, summary, MISSING, differentBill());
  }

  /** Returns the rules of cost that this way does not keep, each with the reason. */
  Map<String, String> differentBill() {
    return Map.of();
  }

  /** Opens units of work, without connecting. */
  abstract JdbiUnits open(DataSource dataSource);
}
