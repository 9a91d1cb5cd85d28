package dev.screentest.hibernate;

import dev.screentest.domain.StoreException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.spi.UnitOpener;
import dev.screentest.domain.spi.UnitSession;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Opens a {@link Session} for each unit of work. */
final class SessionOpener implements UnitOpener {

  private final SessionFactory sessionFactory;
  private final boolean readOnly;

  /**
   * Creates the opener.
   *
   * @param readOnly whether sessions that write nothing are read-only by default
   */
  SessionOpener(SessionFactory sessionFactory, boolean readOnly) {
    this.sessionFactory = sessionFactory;
    this.readOnly = readOnly;
  }

  @Override
  public UnitSession open(UnitKind kind) {
    Session session = sessionFactory.openSession();
    if (kind != UnitKind.WRITE) {
      // Changes of what was read are not to be written, so there is nothing to compare
      session.setHibernateFlushMode(FlushMode.MANUAL);
      session.setDefaultReadOnly(readOnly);
    }
    SessionUnit unit = new SessionUnit(session, kind);
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
