package dev.screentest.benchmarks.workload;

import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.InsertStrategy;
import java.time.Duration;

/** The deeds that {@link Change} can do; what size means is at each. */
public enum ChangeKind {
  /** Movies in one transaction, by a strategy; size: how many. */
  INSERT_ROWS {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new InsertRows(size, strategy);
    }

    @Override
    Batches batches(int size, InsertStrategy strategy) {
      Duration row = Duration.ofNanos(strategy == InsertStrategy.ROW_BY_ROW ? 100_000 : 15_000);
      return Batches.ofOperations(row.multipliedBy(size));
    }
  },

  /** Movies in a transaction each; size: how many. */
  INSERT_SEPARATELY {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new InsertSeparately(size);
    }
  },

  /** A movie with its cast, their contact details and stuntmen. */
  INSERT_GRAPH {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new InsertGraph();
    }
  },

  /** Another title for a movie that is read first. */
  UPDATE_MOVIE {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new UpdateMovie();
    }
  },

  /** Another title by one statement. */
  RETITLE_MOVIE {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new RetitleMovie();
    }
  },

  /** A detached movie without its cast. */
  MERGE_MOVIE {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new MergeMovie(FetchDepth.MOVIES);
    }
  },

  /** A detached movie with its cast and their contact details. */
  MERGE_GRAPH {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new MergeMovie(FetchDepth.CONTACT_DETAILS);
    }
  },

  /** Movies loaded and one of them changed; size: how many. */
  LOAD_AND_CHANGE {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new LoadAndChange(size);
    }

    @Override
    Batches batches(int size, InsertStrategy strategy) {
      return Batches.ofOperations(Duration.ofNanos(5_000).multipliedBy(size));
    }
  },

  /** Contact details taken out of a list. */
  REMOVE_CONTACT {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new RemoveContact();
    }
  },

  /** Another stuntman in the place of one. */
  REPLACE_STUNTMAN {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new ReplaceStuntman();
    }
  },

  /** An actor with all that belongs to it. */
  DELETE_ACTOR {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new DeleteActor();
    }
  },

  /** Movies deleted by condition. */
  DELETE_MOVIES {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new DeleteMovies();
    }
  },

  /** Stuntmen changed by condition. */
  DEACTIVATE_STUNTMEN {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new DeactivateStuntmen();
    }
  },

  /** What a request of an application does. */
  REQUEST {
    @Override
    Deed<?> of(int size, InsertStrategy strategy) {
      return new Request();
    }
  };

  /** Returns the deed in a size. */
  abstract Deed<?> of(int size, InsertStrategy strategy);

  /** Returns how many of its operations are done at a time. */
  Batches batches(int size, InsertStrategy strategy) {
    return Batches.SMALL;
  }
}
