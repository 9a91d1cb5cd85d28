package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The actors of one result by id, so that a row that plays in many movies is one object. A hash
 * table with open addressing over plain longs: a map would box the key of every row of a join.
 */
final class ActorsById {

  private static final int INITIAL_CAPACITY = 32;

  /**
   * The golden ratio as a fraction of 2^64, which scatters consecutive ids (Knuth, volume 3, 6.4).
   */
  private static final long SCATTER = 0x9E3779B97F4A7C15L;

  private long[] ids = new long[INITIAL_CAPACITY];
  private @Nullable Actor[] actors = new Actor[INITIAL_CAPACITY];
  private int size;

  /** Returns the actor with an id, or null if it was not put yet. */
  @Nullable Actor get(long id) {
    return actors[slot(id)];
  }

  /** Puts an actor, which must not be there yet. */
  void put(long id, Actor actor) {
    if (2 * size >= ids.length) {
      grow();
    }
    int slot = slot(id);
    ids[slot] = id;
    actors[slot] = actor;
    size++;
  }

  /** Returns where an id is, or the free slot where it belongs. */
  private int slot(long id) {
    int mask = ids.length - 1;
    int slot = (int) ((id * SCATTER) >>> 32) & mask;
    while (actors[slot] != null && ids[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldIds = ids;
    @Nullable Actor[] oldActors = actors;
    ids = new long[2 * oldIds.length];
    actors = new Actor[2 * oldIds.length];
    for (int i = 0; i < oldIds.length; i++) {
      Actor actor = oldActors[i];
      if (actor != null) {
        int slot = slot(oldIds[i]);
        ids[slot] = oldIds[i];
        actors[slot] = actor;
      }
    }
  }
}
