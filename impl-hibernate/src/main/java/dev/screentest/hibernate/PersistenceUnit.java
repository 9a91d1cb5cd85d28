package dev.screentest.hibernate;

import dev.screentest.domain.InsertStrategy;
import jakarta.persistence.SharedCacheMode;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.cache.jcache.ConfigSettings;
import org.hibernate.cache.jcache.MissingCacheStrategy;
import org.hibernate.cache.spi.access.AccessType;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.CacheSettings;
import org.hibernate.cfg.EnvironmentSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.QuerySettings;
import org.hibernate.id.enhanced.StandardOptimizerDescriptor;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.hibernate.resource.jdbc.spi.PhysicalConnectionHandlingMode;

/** The configuration of Hibernate: the mapping and the settings, each for a reason. */
final class PersistenceUnit {

  private PersistenceUnit() {}

  /** The mapping whose ids come from sequences. */
  static final String SEQUENCES = "META-INF/orm.xml";

  /** The mapping whose ids come back from the insert. */
  static final String IDENTITY_COLUMNS = "META-INF/orm-identity.xml";

  /** The mapping for stateless sessions. */
  static final String STATELESS_SESSIONS = "META-INF/orm-stateless.xml";

  /** Returns the configuration; each setting has its section in this module's README. */
  static HibernatePersistenceConfiguration configuration(DataSource dataSource, String mapping) {
    HibernatePersistenceConfiguration unit = new HibernatePersistenceConfiguration("screentest");
    unit.mappingFile(mapping);
    unit.property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
    // The mapped classes are those of the application, not others of their names beside Hibernate
    unit.property(EnvironmentSettings.TC_CLASSLOADER, "before");
    // The oldest server that the contract allows; asking the server would be a connection at boot
    unit.property(JdbcSettings.ALLOW_METADATA_ON_BOOT, false);
    unit.property(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL");
    unit.property(JdbcSettings.JAKARTA_HBM2DDL_DB_VERSION, "15.0");
    // One connection for each unit of work, also where there is no transaction to hold it
    unit.property(
        JdbcSettings.CONNECTION_HANDLING,
        PhysicalConnectionHandlingMode.DELAYED_ACQUISITION_AND_HOLD);
    // Thrown is enough
    unit.property(JdbcSettings.LOG_JDBC_ERRORS, false);
    unit.property(BatchSettings.STATEMENT_BATCH_SIZE, InsertStrategy.BATCH_SIZE);
    unit.property(BatchSettings.ORDER_INSERTS, true);
    unit.property(BatchSettings.ORDER_UPDATES, true);
    unit.property(
        MappingSettings.PREFERRED_POOLED_OPTIMIZER,
        StandardOptimizerDescriptor.POOLED_LO.getExternalName());
    // No detour by java.sql.Date, whose calendar is another one before 1582
    unit.property(MappingSettings.JAVA_TIME_USE_DIRECT_JDBC, true);
    // With hibernate-jcache on the class path Hibernate would switch its cache on by itself
    unit.sharedCacheMode(SharedCacheMode.NONE);
    unit.property(CacheSettings.USE_SECOND_LEVEL_CACHE, false);
    unit.property(CacheSettings.USE_QUERY_CACHE, false);
    return unit;
  }

  /** Allows to cache what the mapping calls cacheable: movies, and no results of queries. */
  static HibernatePersistenceConfiguration withSharedCache(HibernatePersistenceConfiguration unit) {
    unit.sharedCacheMode(SharedCacheMode.ENABLE_SELECTIVE);
    unit.property(CacheSettings.USE_SECOND_LEVEL_CACHE, true);
    unit.property(CacheSettings.CACHE_REGION_FACTORY, "jcache");
    unit.property(
        CacheSettings.DEFAULT_CACHE_CONCURRENCY_STRATEGY, AccessType.READ_WRITE.getExternalName());
    unit.property(ConfigSettings.CACHE_MANAGER, SharedCache.ofMovies());
    // A region that nobody has configured is a mistake, and not a cache without bounds
    unit.property(
        ConfigSettings.MISSING_CACHE_STRATEGY,
        MissingCacheStrategy.FAIL.getExternalRepresentation());
    return unit;
  }

  /** Adds what a persistence context needs to know about orphans. */
  static HibernatePersistenceConfiguration withOrphans(HibernatePersistenceConfiguration unit) {
    unit.property(
        JpaSettings.INTEGRATOR_PROVIDER, (IntegratorProvider) () -> List.of(new Orphans()));
    return unit;
  }

  /** Adds the same where each insert is sent at once. */
  static HibernatePersistenceConfiguration withEarlyOrphans(
      HibernatePersistenceConfiguration unit) {
    unit.property(
        JpaSettings.INTEGRATOR_PROVIDER,
        (IntegratorProvider) () -> List.of(new Orphans(), new EarlyOrphans()));
    return unit;
  }

  /** Adds what is recommended for production and the guides for beginners do not show. */
  static HibernatePersistenceConfiguration tuned(HibernatePersistenceConfiguration unit) {
    // A search with the same conditions is translated once; the standard wants a copy of each query
    unit.property(QuerySettings.CRITERIA_PLAN_CACHE_ENABLED, true);
    unit.property(QuerySettings.CRITERIA_COPY_TREE, false);
    // Fewer different statements, of which each is to be parsed and planned
    unit.property(QuerySettings.IN_CLAUSE_PARAMETER_PADDING, true);
    return unit;
  }
}
