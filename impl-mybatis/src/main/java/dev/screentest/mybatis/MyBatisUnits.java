package dev.screentest.mybatis;

import dev.screentest.domain.UnitKind;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.SqlErrors;
import dev.screentest.domain.spi.UnitOpener;
import dev.screentest.domain.spi.UnitSession;
import java.sql.SQLException;
import org.apache.ibatis.session.SqlSession;

/** Opens a session for each unit of work. */
final class MyBatisUnits implements UnitOpener {

  private final Usage usage;
  private final IdBlocks ids = new IdBlocks();

  MyBatisUnits(Usage usage) {
    this.usage = usage;
  }

  @Override
  public UnitSession open(UnitKind kind) {
    SqlSession session = usage.sessions().openSession(kind == UnitKind.QUERY);
    if (kind == UnitKind.READ) {
      makeReadOnly(session);
    }
    Mappers mappers = usage.mapperTypes().of(session);
    GraphReader graphs = usage.graphs().apply(mappers);
    UnitWriter writer = kind == UnitKind.WRITE ? new UnitWriter(mappers, graphs, usage, ids) : null;
    return new MyBatisUnit(mappers, graphs, kind, writer);
  }

  /** MyBatis has no notion of a read-only transaction, so the connection is told. */
  private static void makeReadOnly(SqlSession session) {
    try {
      session.getConnection().setReadOnly(true);
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw SqlErrors.translate(e);
    }
  }
}
