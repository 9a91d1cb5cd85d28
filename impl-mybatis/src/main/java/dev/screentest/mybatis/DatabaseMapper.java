package dev.screentest.mybatis;

/** Statements on no table. */
interface DatabaseMapper {

  int selectOne();

  /** Takes the next value of the sequence, which stands for a block of ids. */
  long nextMovies();

  /** As {@link #nextMovies()}. */
  long nextActors();

  /** As {@link #nextMovies()}. */
  long nextStuntmen();

  /** As {@link #nextMovies()}. */
  long nextContactDetails();
}
