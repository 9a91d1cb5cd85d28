package dev.screentest.domain;

/** How a graph is fetched. Each strategy keeps its promise on the wire. */
public enum FetchStrategy {
  /**
   * One statement for the movies, one for each movie's cast, one for each distinct actor's
   * contacts.
   */
  N_PLUS_ONE {
    @Override
    public long statements(FetchDepth depth, long movies, long distinctActors) {
      return switch (depth) {
        case MOVIES -> 1;
        case ACTORS -> 1 + movies;
        case CONTACT_DETAILS -> 1 + movies + distinctActors;
      };
    }
  },

  /** One statement for each level and {@link #KEYS_PER_STATEMENT} keys of the level above. */
  BATCHED {
    @Override
    public long statements(FetchDepth depth, long movies, long distinctActors) {
      return switch (depth) {
        case MOVIES -> 1;
        case ACTORS -> 1 + batches(movies);
        case CONTACT_DETAILS -> 1 + batches(movies) + batches(distinctActors);
      };
    }
  },

  /** One flat join. */
  JOINED {
    @Override
    public long statements(FetchDepth depth, long movies, long distinctActors) {
      return 1;
    }
  },

  /** One statement in which the database nests the collections, as JSON or arrays. */
  NESTED {
    @Override
    public long statements(FetchDepth depth, long movies, long distinctActors) {
      return 1;
    }
  };

  /** The most keys that one statement of {@link #BATCHED} asks for. */
  public static final int KEYS_PER_STATEMENT = 1000;

  /**
   * Returns the number of statements that this strategy promises.
   *
   * @param movies the movies that are found
   * @param distinctActors the different actors in their casts
   */
  public abstract long statements(FetchDepth depth, long movies, long distinctActors);

  private static long batches(long keys) {
    return (keys + KEYS_PER_STATEMENT - 1) / KEYS_PER_STATEMENT;
  }
}
