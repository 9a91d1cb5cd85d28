package dev.screentest.hibernate;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Stuntman;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.internal.DefaultDeleteEventListener;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.DeleteContext;
import org.hibernate.event.spi.DeleteEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.jspecify.annotations.Nullable;

/**
 * Deletes as Hibernate does, and looks twice at contact details and stuntmen that left their actor.
 *
 * <p>Those that went to another actor are no orphans. Jakarta Persistence leaves open what becomes
 * of them ("Entity Relationships": portable applications must not reassign them); in Hibernate it
 * depends on which of the two actors was loaded first, and in one order the row is gone.
 *
 * <p>A stuntman that this unit has saved and not yet sent is sent before it is deleted: Hibernate
 * deletes the orphans of a one-to-one relation before it inserts anything, and would miss the row.
 */
final class OrphanListener extends DefaultDeleteEventListener implements Integrator {

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
    sessionFactory
        .getServiceRegistry()
        .requireService(EventListenerRegistry.class)
        .setListeners(EventType.DELETE, this);
  }

  @Override
  public void onDelete(DeleteEvent event, DeleteContext transientEntities) {
    EventSource session = event.getSession();
    EntityEntry entry = session.getPersistenceContextInternal().getEntry(event.getObject());
    if (entry != null) {
      if (hasMoved(event.getObject(), entry, session)) {
        return;
      }
      if (event.isOrphanRemovalBeforeUpdates() && !entry.isExistsInDatabase()) {
        session.getActionQueue().executeInserts();
      }
    }
    super.onDelete(event, transientEntities);
  }

  /** An actor that is itself being deleted is no longer contained in the session. */
  private static boolean hasMoved(Object entity, EntityEntry entry, EventSource session) {
    Actor actor = actorOf(entity);
    return actor != null && session.contains(actor) && entry.getLoadedValue("actor") != actor;
  }

  private static @Nullable Actor actorOf(Object entity) {
    if (entity instanceof ContactDetails details) {
      return details.getActor();
    }
    return entity instanceof Stuntman stuntman ? stuntman.getActor() : null;
  }
}
