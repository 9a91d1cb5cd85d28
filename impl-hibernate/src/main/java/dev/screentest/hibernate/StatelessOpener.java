package dev.screentest.hibernate;

import dev.screentest.domain.StoreException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.UnitOpener;
import dev.screentest.domain.spi.UnitSession;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Opens a {@link StatelessSession} for each unit of work. */
final class StatelessOpener implements UnitOpener {

  private final SessionFactory sessionFactory;
  private final IdBlocks ids = new IdBlocks();

  StatelessOpener(SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  @Override
  public UnitSession open(UnitKind kind) {
    StatelessUnit unit = new StatelessUnit(sessionFactory.openStatelessSession(), kind, ids);
    unit.begin();
    return unit;
  }

  @Override
  public StoreException translate(RuntimeException failure) {
    return HibernateErrors.translate(failure);
  }

  @Override
  public void close() {
    sessionFactory.close();
  }
}
