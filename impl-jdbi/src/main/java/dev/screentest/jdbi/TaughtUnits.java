package dev.screentest.jdbi;

import dev.screentest.domain.UnitKind;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.UnitOpener;
import dev.screentest.domain.spi.UnitSession;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** Opens units of work of the taught variant. */
final class TaughtUnits implements UnitOpener {

  private final Jdbi jdbi;
  private final IdBlocks blocks = new IdBlocks();

  /** Configures Jdbi once and for all, without connecting. */
  TaughtUnits(DataSource dataSource) {
    jdbi = Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin());
    jdbi.registerArrayType(LocalDate.class, "date");
    DomainMappers.register(jdbi);
    Daos.inspect(jdbi);
  }

  @Override
  public UnitSession open(UnitKind kind) {
    UnitHandle unit = UnitHandle.open(jdbi, kind);
    Daos daos = new Daos(unit.handle());
    return new TaughtSession(
        unit, daos, kind == UnitKind.WRITE ? new GraphWriter(daos, blocks) : null);
  }
}
