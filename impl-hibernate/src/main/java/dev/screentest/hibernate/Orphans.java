package dev.screentest.hibernate;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Stuntman;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.internal.DefaultDeleteEventListener;
import org.hibernate.event.internal.DefaultFlushEntityEventListener;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.DeleteContext;
import org.hibernate.event.spi.DeleteEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.FlushEntityEvent;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.jspecify.annotations.Nullable;

/**
 * Tells Hibernate which contact details and stuntmen are orphans, in two cases that Jakarta
 * Persistence leaves open (section "Entity Relationships").
 *
 * <p>What went from one actor to another is none. Hibernate itself deletes it or not, depending on
 * which of the two actors was loaded first.
 *
 * <p>What was saved and taken out again before it was sent is forgotten. Hibernate itself would
 * send it, and either delete it, or delete it first, or complain that it has no actor.
 */
final class Orphans implements Integrator {

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
    EventListenerRegistry listeners =
        sessionFactory.getServiceRegistry().requireService(EventListenerRegistry.class);
    listeners.setListeners(EventType.DELETE, new DeleteOrphansOnly());
    listeners.setListeners(EventType.FLUSH_ENTITY, new ForgetUnsentOrphans());
    listeners.appendListeners(EventType.PRE_INSERT, new InsertNothingForgotten());
  }

  private static @Nullable Actor home(Object entity) {
    if (entity instanceof ContactDetails details) {
      return details.getActor();
    }
    return entity instanceof Stuntman stuntman ? stuntman.getActor() : null;
  }

  private static boolean isPartOfActor(Object entity) {
    return entity instanceof ContactDetails || entity instanceof Stuntman;
  }

  private static boolean isUnsentOrphan(Object entity, EntityEntry entry) {
    return isPartOfActor(entity) && home(entity) == null && !entry.isExistsInDatabase();
  }

  /** Leaves alone what has moved, and what a flush is going to forget. */
  private static final class DeleteOrphansOnly extends DefaultDeleteEventListener {

    @Override
    public void onDelete(DeleteEvent event, DeleteContext transientEntities) {
      EventSource session = event.getSession();
      Object entity = event.getObject();
      EntityEntry entry = session.getPersistenceContextInternal().getEntry(entity);
      if (entry == null || !(hasMoved(entity, entry, session) || isUnsentOrphan(entity, entry))) {
        super.onDelete(event, transientEntities);
      }
    }

    /** An actor that is itself being deleted is no longer contained in the session. */
    private static boolean hasMoved(Object entity, EntityEntry entry, EventSource session) {
      Actor home = home(entity);
      return home != null && session.contains(home) && entry.getLoadedValue("actor") != home;
    }
  }

  /** Takes out of the session what was saved and taken out of its actor before it was sent. */
  private static final class ForgetUnsentOrphans extends DefaultFlushEntityEventListener {

    @Override
    public void onFlushEntity(FlushEntityEvent event) {
      if (isUnsentOrphan(event.getEntity(), event.getEntityEntry())) {
        event.getSession().evict(event.getEntity());
      } else {
        super.onFlushEntity(event);
      }
    }
  }

  /** Vetoes the insert of what was taken out of the session meanwhile. */
  private static final class InsertNothingForgotten implements PreInsertEventListener {

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
      Object entity = event.getEntity();
      return isPartOfActor(entity)
          && event.getSession().getPersistenceContextInternal().getEntry(entity) == null;
    }
  }
}
