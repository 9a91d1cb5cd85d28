package dev.screentest.domain;

/** An order of movies; ties are broken by id, ascending. */
public enum MovieOrder {
  /** By id. */
  ID,
  /** By title, in the order of code points ({@code COLLATE "C"}). */
  TITLE,
  /** By release date, unknown ones last. */
  RELEASE_DATE
}
