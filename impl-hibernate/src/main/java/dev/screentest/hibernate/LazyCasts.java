package dev.screentest.hibernate;

import dev.screentest.domain.Actor;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.Movie;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.BatchFetchQueue;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;

/** Fetches casts, and the contact details in them, by touching the lazy sets. */
final class LazyCasts {

  private final Session session;

  LazyCasts(Session session) {
    this.session = session;
  }

  /** Fetches each set by a statement of its own: what happens to who does not care. */
  List<Movie> oneByOne(Supplier<List<Movie>> query, FetchDepth depth) {
    List<Movie> movies = query.get();
    if (depth != FetchDepth.MOVIES) {
      casts(movies).forEach(Hibernate::initialize);
    }
    if (depth == FetchDepth.CONTACT_DETAILS) {
      contactDetails(movies).forEach(Hibernate::initialize);
    }
    return movies;
  }

  /** Fetches the sets of many owners by one statement: batch fetching, for this call alone. */
  List<Movie> inBatches(Supplier<List<Movie>> query, FetchDepth depth) {
    int before = session.getFetchBatchSize();
    session.setFetchBatchSize(FetchStrategy.KEYS_PER_STATEMENT);
    try {
      List<Movie> movies = query.get();
      if (depth != FetchDepth.MOVIES) {
        initializeInBatches(casts(movies));
      }
      if (depth == FetchDepth.CONTACT_DETAILS) {
        initializeInBatches(contactDetails(movies));
      }
      return movies;
    } finally {
      session.setFetchBatchSize(before);
      queue().clear();
    }
  }

  /**
   * Queues the sets and touches them. Hibernate queues a set by itself when it reads the owner in
   * batch mode, but the unit may have read some owners before. What is left in the queue has to go
   * in the end: Hibernate stops when it meets a set there that was loaded outside of batch mode.
   */
  private void initializeInBatches(List<Set<?>> sets) {
    PersistenceContext context = context();
    for (Set<?> set : sets) {
      if (set instanceof PersistentCollection<?> lazy && !lazy.wasInitialized()) {
        queue().addBatchLoadableCollection(lazy, context.getCollectionEntry(lazy));
      }
    }
    sets.forEach(Hibernate::initialize);
  }

  private BatchFetchQueue queue() {
    return context().getBatchFetchQueue();
  }

  private PersistenceContext context() {
    return session.unwrap(SessionImplementor.class).getPersistenceContextInternal();
  }

  private static List<Set<?>> casts(List<Movie> movies) {
    List<Set<?>> casts = new ArrayList<>(movies.size());
    for (Movie movie : movies) {
      casts.add(movie.getActors());
    }
    return casts;
  }

  private static List<Set<?>> contactDetails(List<Movie> movies) {
    Set<Actor> actors = new LinkedHashSet<>();
    movies.forEach(movie -> actors.addAll(movie.getActors()));
    List<Set<?>> contactDetails = new ArrayList<>(actors.size());
    for (Actor actor : actors) {
      contactDetails.add(actor.getContactDetails());
    }
    return contactDetails;
  }
}
