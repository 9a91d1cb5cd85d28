package dev.screentest.mybatis;

import org.apache.ibatis.annotations.Select;

/** {@link DatabaseMapper} by annotations. */
interface AnnotatedDatabaseMapper extends DatabaseMapper {

  @Override
  @Select("select 1")
  int selectOne();

  @Override
  @Select("select nextval(#{sequence}::regclass) from generate_series(1, #{count})")
  long[] nextValues(String sequence, int count);
}
