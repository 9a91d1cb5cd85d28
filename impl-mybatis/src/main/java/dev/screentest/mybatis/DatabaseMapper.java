package dev.screentest.mybatis;

/** Statements on no table. */
interface DatabaseMapper {

  int selectOne();

  /** Takes a value of a sequence, which stands for a block of ids. */
  long nextValue(String sequence);
}
