package dev.screentest.mybatis;

import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;

/** How a variant uses MyBatis. */
record Usage(
    SqlSessionFactory sessions,
    MapperTypes mapperTypes,
    Function<Mappers, GraphReader> graphs,
    IdSource ids) {

  /** What the manual shows first: mapper interfaces, XML, nested results. */
  static Usage taught(DataSource dataSource) {
    return new Usage(
        SessionFactories.plain(dataSource, MapperTypes.XML),
        MapperTypes.XML,
        CastReader::new,
        IdSource.BLOCKS);
  }

  /** The same, with the statements in annotations. */
  static Usage annotations(DataSource dataSource) {
    return new Usage(
        SessionFactories.plain(dataSource, MapperTypes.ANNOTATED),
        MapperTypes.ANNOTATED,
        CastReader::new,
        IdSource.BLOCKS);
  }

  /** As taught, but the ids are the database's. */
  static Usage returning(DataSource dataSource) {
    return new Usage(
        SessionFactories.returning(dataSource),
        MapperTypes.RETURNING,
        CastReader::new,
        IdSource.DATABASE);
  }

  /** What the manual has for those who count: rows handed to a handler, statements kept open. */
  static Usage tuned(DataSource dataSource) {
    return new Usage(
        SessionFactories.tuned(dataSource), MapperTypes.XML, RowGraphReader::new, IdSource.BLOCKS);
  }
}
