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

  SessionOpener(SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  @Override
  public UnitSession open(UnitKind kind) {
    Session session = sessionFactory.openSession();
    try {
      begin(session, kind);
    } catch (RuntimeException failure) {
      session.close();
      throw failure;
    }
    return new SessionUnit(session, kind);
  }

  /** Begins a transaction, if there is to be one, which takes a connection. */
  private static void begin(Session session, UnitKind kind) {
    switch (kind) {
      case WRITE -> session.beginTransaction();
      case READ -> {
        compareNothing(session);
        session.doWork(connection -> connection.setReadOnly(true));
        session.beginTransaction();
      }
      case QUERY -> compareNothing(session);
    }
  }

  /** What is only read needs no copy to be compared with, and no flush that compares. */
  private static void compareNothing(Session session) {
    session.setDefaultReadOnly(true);
    session.setHibernateFlushMode(FlushMode.MANUAL);
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
