package dev.screentest.hibernate;

import dev.screentest.domain.StoreException;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.spi.UnitOpener;
import dev.screentest.domain.spi.UnitSession;
import java.util.function.BiFunction;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Opens a {@link Session} for each unit of work. */
final class SessionOpener implements UnitOpener {

  private final SessionFactory sessionFactory;
  private final boolean readOnly;
  private final BiFunction<Session, UnitKind, SessionUnit> units;

  /**
   * Creates the opener.
   *
   * @param readOnly whether sessions that write nothing are read-only by default
   * @param units makes a unit of work of a session
   */
  SessionOpener(
      SessionFactory sessionFactory,
      boolean readOnly,
      BiFunction<Session, UnitKind, SessionUnit> units) {
    this.sessionFactory = sessionFactory;
    this.readOnly = readOnly;
    this.units = units;
  }

  @Override
  public UnitSession open(UnitKind kind) {
    Session session = sessionFactory.openSession();
    if (kind != UnitKind.WRITE) {
      // Changes of what was read are not to be written, so there is nothing to compare
      session.setHibernateFlushMode(FlushMode.MANUAL);
      session.setDefaultReadOnly(readOnly);
    }
    SessionUnit unit = units.apply(session, kind);
    unit.begin();
    return unit;
  }

  @Override
  public StoreException translate(RuntimeException failure) {
    return HibernateErrors.translate(failure);
  }

  @Override
  public void evict() {
    sessionFactory.getCache().evictAllRegions();
  }

  @Override
  public void close() {
    sessionFactory.close();
  }
}
