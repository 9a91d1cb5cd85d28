package dev.screentest.hibernate;

import dev.screentest.domain.Stuntman;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.integrator.spi.Integrator;

/**
 * Deletes a stuntman that was replaced before its successor is inserted.
 *
 * <p>Hibernate deletes orphans before it inserts, where inserts wait for the flush. With ids from
 * the insert they do not wait, and the successor would meet the old one at the unique key. Users
 * set the old one to null and flush; here the deletions that wait are sent before the insert.
 */
final class EarlyOrphans implements Integrator, PreInsertEventListener {

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
    sessionFactory
        .getServiceRegistry()
        .requireService(EventListenerRegistry.class)
        .appendListeners(EventType.PRE_INSERT, this);
  }

  @Override
  public boolean onPreInsert(PreInsertEvent event) {
    if (event.getEntity() instanceof Stuntman successor) {
      deletePredecessor(successor, event.getSession().asEventSource());
    }
    return false;
  }

  /** Notes the successor as the stored one, too: it may itself be replaced before a flush. */
  private static void deletePredecessor(Stuntman successor, EventSource session) {
    PersistenceContext context = session.getPersistenceContextInternal();
    EntityEntry actor = context.getEntry(successor.getActor());
    if (actor == null || actor.getLoadedState() == null) {
      return;
    }
    Object[] stored = actor.getLoadedState();
    int stuntman = actor.getPersister().getPropertyIndex("stuntman");
    Object predecessor = stored[stuntman];
    if (predecessor != null && predecessor != successor && context.getEntry(predecessor) != null) {
      session.removeOrphanBeforeUpdates(Stuntman.class.getName(), predecessor);
      session.getActionQueue().executeActions();
    }
    stored[stuntman] = successor;
  }
}
