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
  @Select("select nextval('movies_id_seq')")
  @Options(flushCache = FlushCachePolicy.TRUE)
  long nextMovies();

  @Override
  @Select("select nextval('actors_id_seq')")
  @Options(flushCache = FlushCachePolicy.TRUE)
  long nextActors();

  @Override
  @Select("select nextval('stuntmen_id_seq')")
  @Options(flushCache = FlushCachePolicy.TRUE)
  long nextStuntmen();

  @Override
  @Select("select nextval('contact_details_id_seq')")
  @Options(flushCache = FlushCachePolicy.TRUE)
  long nextContactDetails();
}
