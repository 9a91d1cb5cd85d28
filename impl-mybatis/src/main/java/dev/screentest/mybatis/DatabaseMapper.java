package dev.screentest.mybatis;

/** Statements on no table. */
interface DatabaseMapper {

  int selectOne();

  /** Takes values of a sequence, each of which stands for a block of ids. */
  long[] nextValues(String sequence, int count);
}
