package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieSummary;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.AutoMappingBehavior;
import org.apache.ibatis.session.Configuration;
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

  /** Returns the factory of the variant {@code taught}; it does not connect. */
  static SqlSessionFactory taught(DataSource dataSource) {
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
    // Each brings the XML of the same name along.
    configuration.addMapper(StuntmanMapper.class);
    configuration.addMapper(ContactDetailsMapper.class);
    configuration.addMapper(ActorMapper.class);
    configuration.addMapper(MovieMapper.class);
    configuration.addMapper(RoleMapper.class);
    configuration.addMapper(CastMapper.class);
    configuration.addMapper(DatabaseMapper.class);
    return new SqlSessionFactoryBuilder().build(configuration);
  }
}
