package dev.screentest.hibernate;

import dev.screentest.domain.Actor;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.hibernate.collection.spi.PersistentSet;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan through a stateless session, each list of it by one call of {@code insertMultiple},
 * {@code updateMultiple} or {@code deleteMultiple}, which is one JDBC batch.
 */
final class StatelessWriter {

  private final StatelessSession session;
  private final IdBlocks ids;

  StatelessWriter(StatelessSession session, IdBlocks ids) {
    this.session = session;
    this.ids = ids;
  }

  /** Writes in the order that foreign and unique keys demand. */
  void write(SavePlan plan, InsertStrategy strategy) {
    session.deleteMultiple(plan.orphanedStuntmen());
    session.deleteMultiple(plan.orphanedContactDetails());
    plan.assignIds(ids, this::fetchBlock);
    withoutCasts(plan.newMovies(), movies -> insert(movies, strategy));
    insert(plan.newActors(), strategy);
    withoutCasts(plan.changedMovies(), session::updateMultiple);
    session.updateMultiple(plan.changedActors());
    session.updateMultiple(plan.changedStuntmen());
    session.updateMultiple(plan.changedContactDetails());
    insert(plan.newStuntmen(), strategy);
    insert(plan.newContactDetails(), strategy);
    session.deleteMultiple(roles(plan.lostRoles()));
    insert(roles(plan.newRoles()), strategy);
  }

  private void insert(List<?> entities, InsertStrategy strategy) {
    switch (strategy) {
      case ROW_BY_ROW -> entities.forEach(session::insert);
      case BATCHED -> {
        for (int from = 0; from < entities.size(); from += InsertStrategy.BATCH_SIZE) {
          int to = Math.min(from + InsertStrategy.BATCH_SIZE, entities.size());
          session.insertMultiple(entities.subList(from, to));
        }
      }
      case BULK -> session.insertMultiple(entities);
    }
  }

  /**
   * Writes movies with their casts out of sight. A stateless session writes the whole cast of a
   * movie, for a change of its title as well, unless it meets a set that is not initialized.
   */
  private static void withoutCasts(List<Movie> movies, Consumer<List<Movie>> write) {
    List<Set<Actor>> casts = new ArrayList<>(movies.size());
    for (Movie movie : movies) {
      casts.add(movie.getActors());
      movie.setActors(new PersistentSet<>());
    }
    try {
      write.accept(movies);
    } finally {
      for (int i = 0; i < casts.size(); i++) {
        movies.get(i).setActors(casts.get(i));
      }
    }
  }

  private static List<Role> roles(List<SavePlan.Role> roles) {
    List<Role> rows = new ArrayList<>(roles.size());
    for (SavePlan.Role role : roles) {
      rows.add(new Role(new RoleId(id(role.movie().getId()), id(role.actor().getId()))));
    }
    return rows;
  }

  private static long id(@Nullable Long id) {
    if (id == null) {
      throw new IllegalStateException("an object that is written has no id");
    }
    return id;
  }

  /**
   * Fetches a block in SQL, since HQL knows no sequences; with its type, which else is asked for.
   */
  private long fetchBlock(Table table) {
    return session
        .createNativeQuery("select nextval('" + table.sequence() + "')", Long.class)
        .addScalar("nextval", StandardBasicTypes.LONG)
        .getSingleResult();
  }
}
