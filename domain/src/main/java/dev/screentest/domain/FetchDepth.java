package dev.screentest.domain;

/** How deep a graph of movies is loaded. To-one relations always come with their owner. */
public enum FetchDepth {
  /** Movies alone; the cast is not loaded. */
  MOVIES,
  /** Movies and their actors; contact details are not loaded. */
  ACTORS,
  /** Movies, their actors and the actors' contact details. */
  CONTACT_DETAILS
}
