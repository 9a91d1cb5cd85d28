package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieSummary;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import dev.screentest.mybatis.CastMapper.CastListRow;
import dev.screentest.mybatis.CastRowMapper.ContactRow;
import dev.screentest.mybatis.CastRowMapper.JoinedRow;
import dev.screentest.mybatis.CastRowMapper.MemberRow;
import dev.screentest.mybatis.CastRowMapper.RoleRow;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.AutoMappingBehavior;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.type.ArrayTypeHandler;
import org.apache.ibatis.type.TypeAliasRegistry;

/** How MyBatis is configured: in Java, because the data source is the caller's. */
final class SessionFactories {

  /** What the XML names without its package. */
  private static final List<Class<?>> ALIASES =
      List.of(
          Movie.class,
          Actor.class,
          Stuntman.class,
          ContactDetails.class,
          Role.class,
          IdRange.class,
          CastListRow.class,
          MovieCredit.class,
          MovieSummary.class,
          LocalDate.class,
          LinkedHashSet.class,
          ArrayTypeHandler.class,
          JsonCastTypeHandler.class);

  private SessionFactories() {}

  /** Returns a factory for mappers as they are; it does not connect. */
  static SqlSessionFactory plain(DataSource dataSource, MapperTypes mappers) {
    return new SqlSessionFactoryBuilder().build(configuration(dataSource, mappers));
  }

  /** Returns the factory of the variant {@code tuned}; it does not connect. */
  static SqlSessionFactory tuned(DataSource dataSource) {
    Configuration configuration = configuration(dataSource, MapperTypes.XML);
    // Pays where a unit repeats a statement: nested selects, and inserts row by row.
    configuration.setDefaultExecutorType(ExecutorType.REUSE);
    TypeAliasRegistry aliases = configuration.getTypeAliasRegistry();
    List.of(JoinedRow.class, RoleRow.class, ContactRow.class, MemberRow.class)
        .forEach(aliases::registerAlias);
    configuration.addMapper(CastRowMapper.class);
    return new SqlSessionFactoryBuilder().build(configuration);
  }

  /** Returns the factory of the variant {@code returning}; it does not connect. */
  static SqlSessionFactory returning(DataSource dataSource) {
    Configuration configuration = configuration(dataSource, MapperTypes.XML);
    MapperTypes.RETURNING.all().stream()
        .filter(type -> !configuration.hasMapper(type))
        .forEach(configuration::addMapper);
    return new SqlSessionFactoryBuilder().build(configuration);
  }

  private static Configuration configuration(DataSource dataSource, MapperTypes mappers) {
    Configuration configuration =
        new Configuration(new Environment("screentest", new UnitTransactionFactory(), dataSource));
    // A read is a read: neither cache may answer instead of the database.
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setCacheEnabled(false);
    // Every column is mapped by a result map, so none needs to be guessed.
    configuration.setAutoMappingBehavior(AutoMappingBehavior.NONE);
    TypeAliasRegistry aliases = configuration.getTypeAliasRegistry();
    ALIASES.forEach(aliases::registerAlias);
    // Made here, because MyBatis makes public ones only.
    configuration.getTypeHandlerRegistry().register(new JsonCastTypeHandler());
    // Each brings the XML of the same name along, if there is one.
    mappers.all().forEach(configuration::addMapper);
    return configuration;
  }
}
