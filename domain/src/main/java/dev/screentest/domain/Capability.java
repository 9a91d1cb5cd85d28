package dev.screentest.domain;

/** What a variant can do, or does by itself, beyond what every variant must. A closed list. */
public enum Capability {
  /** Fetches by {@link FetchStrategy#NESTED}. */
  NESTED,
  /** Inserts by {@link InsertStrategy#BULK}. */
  BULK,
  /** Streams rows through a server-side cursor. */
  STREAM,
  /** Saves the whole loaded graph, orphans included. */
  CASCADE,
  /** Merges detached graphs. */
  MERGE,
  /** Loads a relation when it is touched inside the unit of work, instead of throwing. */
  LAZY_LOADING,
  /** One row is one object across all results of a unit of work. */
  UNIT_CACHE,
  /** Writes changes of objects of the unit without being told to save them. */
  AUTOMATIC_DIRTY_CHECKING,
  /**
   * Finds movies by their ids in a cache that its units share, so that what other clients change
   * may stay unseen until {@link MovieStore#evict}. What the store itself commits is never missed.
   */
  SHARED_CACHE
}
