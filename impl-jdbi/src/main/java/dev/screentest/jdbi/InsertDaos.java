package dev.screentest.jdbi;

import dev.screentest.domain.InsertStrategy;
import java.util.stream.Stream;

/** The SQL objects that insert, one for each strategy. */
record InsertDaos(
    Class<? extends InsertDao> rowByRow,
    Class<? extends InsertDao> batched,
    Class<? extends InsertDao> bulk) {

  /** Those that insert rows with the ids that they have. */
  static final InsertDaos OF_ROWS_WITH_IDS =
      new InsertDaos(RowByRowInsertDao.class, BatchInsertDao.class, BulkInsertDao.class);

  /** Those that insert rows without ids, and learn from the database what it has given them. */
  static final InsertDaos RETURNING_IDS =
      new InsertDaos(
          ReturningRowByRowInsertDao.class,
          ReturningBatchInsertDao.class,
          ReturningBulkInsertDao.class);

  Class<? extends InsertDao> by(InsertStrategy strategy) {
    return switch (strategy) {
      case ROW_BY_ROW -> rowByRow;
      case BATCHED -> batched;
      case BULK -> bulk;
    };
  }

  Stream<Class<? extends InsertDao>> types() {
    return Stream.of(rowByRow, batched, bulk);
  }
}
