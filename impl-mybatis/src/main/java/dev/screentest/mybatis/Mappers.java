package dev.screentest.mybatis;

import java.util.List;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.session.SqlSession;

/** The mappers of one session, each made when it is asked for. */
record Mappers(SqlSession session, MapperTypes types) {

  MovieMapper movies() {
    return session.getMapper(types.movies());
  }

  ActorMapper actors() {
    return session.getMapper(types.actors());
  }

  StuntmanMapper stuntmen() {
    return session.getMapper(types.stuntmen());
  }

  ContactDetailsMapper contactDetails() {
    return session.getMapper(types.contactDetails());
  }

  RoleMapper roles() {
    return session.getMapper(types.roles());
  }

  CastMapper casts() {
    return session.getMapper(types.casts());
  }

  DatabaseMapper database() {
    return session.getMapper(types.database());
  }

  List<BatchResult> flushStatements() {
    return session.flushStatements();
  }
}
