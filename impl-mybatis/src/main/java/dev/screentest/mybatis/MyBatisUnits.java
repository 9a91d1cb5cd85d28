package dev.screentest.mybatis;

import dev.screentest.domain.UnitKind;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.SqlErrors;
import dev.screentest.domain.spi.UnitOpener;
import dev.screentest.domain.spi.UnitSession;
import java.sql.SQLException;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/** Opens a session for each unit of work. */
final class MyBatisUnits implements UnitOpener {

  private final SqlSessionFactory sessions;
  private final IdBlocks ids = new IdBlocks();

  MyBatisUnits(SqlSessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public UnitSession open(UnitKind kind) {
    SqlSession session = sessions.openSession(kind == UnitKind.QUERY);
    return switch (kind) {
      case WRITE -> new MyBatisUnit(session, kind, new UnitWriter(session, sessions, ids));
      case READ -> new MyBatisUnit(readOnly(session), kind, null);
      case QUERY -> new MyBatisUnit(session, kind, null);
    };
  }

  /** MyBatis has no notion of a read-only transaction, so the connection is told. */
  private static SqlSession readOnly(SqlSession session) {
    try {
      session.getConnection().setReadOnly(true);
      return session;
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw SqlErrors.translate(e);
    }
  }
}
