package dev.screentest.jdbc;

import dev.screentest.domain.UnitKind;
import dev.screentest.domain.spi.Tracker;
import dev.screentest.domain.spi.UnitOpener;
import dev.screentest.domain.spi.UnitSession;
import javax.sql.DataSource;

/** Opens units of work on a data source. */
final class JdbcUnitOpener implements UnitOpener {

  private final DataSource dataSource;
  private final Columns columns;
  private final IdSource ids;

  JdbcUnitOpener(DataSource dataSource, Columns columns, IdSource ids) {
    this.dataSource = dataSource;
    this.columns = columns;
    this.ids = ids;
  }

  @Override
  public UnitSession open(UnitKind kind) {
    return new JdbcUnit(
        new UnitConnection(dataSource, kind),
        columns,
        ids,
        kind == UnitKind.WRITE ? new Tracker() : null);
  }
}
