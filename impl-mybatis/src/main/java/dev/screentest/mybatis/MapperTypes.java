package dev.screentest.mybatis;

import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** The mapper interfaces that a variant uses. */
record MapperTypes(
    Class<? extends MovieMapper> movies,
    Class<? extends ActorMapper> actors,
    Class<? extends StuntmanMapper> stuntmen,
    Class<? extends ContactDetailsMapper> contactDetails,
    Class<? extends RoleMapper> roles,
    Class<? extends CastMapper> casts,
    Class<? extends DatabaseMapper> database) {

  /** Those that have an XML file of the same name beside them. */
  static final MapperTypes XML =
      new MapperTypes(
          MovieMapper.class,
          ActorMapper.class,
          StuntmanMapper.class,
          ContactDetailsMapper.class,
          RoleMapper.class,
          CastMapper.class,
          DatabaseMapper.class);

  /** Those that have their statements in annotations. */
  static final MapperTypes ANNOTATED =
      new MapperTypes(
          AnnotatedMovieMapper.class,
          AnnotatedActorMapper.class,
          AnnotatedStuntmanMapper.class,
          AnnotatedContactDetailsMapper.class,
          AnnotatedRoleMapper.class,
          AnnotatedCastMapper.class,
          AnnotatedDatabaseMapper.class);

  /** The first ones, with other inserts: what they do not say is found in those. */
  static final MapperTypes RETURNING =
      new MapperTypes(
          ReturningMovieMapper.class,
          ReturningActorMapper.class,
          ReturningStuntmanMapper.class,
          ReturningContactDetailsMapper.class,
          RoleMapper.class,
          CastMapper.class,
          DatabaseMapper.class);

  List<Class<?>> all() {
    return List.of(movies, actors, stuntmen, contactDetails, roles, casts, database);
  }

  Mappers of(SqlSession session) {
    return new Mappers(session, this);
  }
}
