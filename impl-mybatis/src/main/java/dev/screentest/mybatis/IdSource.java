package dev.screentest.mybatis;

/** Who gives new rows their ids. */
enum IdSource {
  /** We do, from blocks of a sequence, before the insert: the contract's convention. */
  BLOCKS,
  /** The column's default does, and the insert brings the id back. */
  DATABASE
}
