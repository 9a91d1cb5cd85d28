package dev.screentest.mybatis;

import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Options.FlushCachePolicy;
import org.apache.ibatis.annotations.Select;

/** {@link DatabaseMapper} by annotations. */
interface AnnotatedDatabaseMapper extends DatabaseMapper {

  @Override
  @Select("select 1")
  int selectOne();

  @Override
  @Select("select nextval(#{sequence}::regclass)")
  @Options(flushCache = FlushCachePolicy.TRUE)
  long nextValue(String sequence);
}
