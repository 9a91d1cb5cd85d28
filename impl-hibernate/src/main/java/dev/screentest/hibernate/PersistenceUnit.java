package dev.screentest.hibernate;

import dev.screentest.domain.InsertStrategy;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.id.enhanced.StandardOptimizerDescriptor;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.hibernate.resource.jdbc.spi.PhysicalConnectionHandlingMode;

/** The configuration of Hibernate: the mapping and the settings, each for a reason. */
final class PersistenceUnit {

  private PersistenceUnit() {}

  /** Creates a session factory on a data source, without connecting. */
  static SessionFactory createSessionFactory(DataSource dataSource) {
    return configuration(dataSource).createEntityManagerFactory();
  }

  /** Returns the configuration; each setting has its section in this module's README. */
  static HibernatePersistenceConfiguration configuration(DataSource dataSource) {
    HibernatePersistenceConfiguration unit = new HibernatePersistenceConfiguration("screentest");
    unit.mappingFile("META-INF/orm.xml");
    unit.property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
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
    unit.property(
        JpaSettings.INTEGRATOR_PROVIDER, (IntegratorProvider) () -> List.of(new Orphans()));
    return unit;
  }
}
