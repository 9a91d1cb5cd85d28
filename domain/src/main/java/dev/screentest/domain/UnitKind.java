package dev.screentest.domain;

/** The kinds of unit of work; their costs differ, so no implementation may mix them up. */
public enum UnitKind {
  /** In a transaction. */
  WRITE,
  /** In a read-only transaction. */
  READ,
  /** Without a transaction: each statement for itself. */
  QUERY
}
