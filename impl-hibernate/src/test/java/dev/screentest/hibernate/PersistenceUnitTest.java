package dev.screentest.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.Movie;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cache.internal.NoCachingRegionFactory;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapping against the schema. */
class PersistenceUnitTest {

  private Workspace workspace;
  private PooledDatabase pool;

  @BeforeEach
  void open() {
    workspace = SharedDatabase.get().createWorkspace("impl-hibernate: PersistenceUnitTest");
    pool = workspace.openPool(PoolOptions.defaults().withSize(1));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PersistenceUnit.SEQUENCES,
        PersistenceUnit.IDENTITY_COLUMNS,
        PersistenceUnit.STATELESS_SESSIONS
      })
  void everyMappingFitsTheSchema(String mapping) {
    validate(pool.dataSource(), mapping);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PersistenceUnit.SEQUENCES,
        PersistenceUnit.IDENTITY_COLUMNS,
        PersistenceUnit.STATELESS_SESSIONS
      })
  void nothingIsCachedThoughThereIsACacheOnTheClassPath(String mapping) {
    assertThat(
            regions(
                PersistenceUnit.tuned(PersistenceUnit.configuration(pool.dataSource(), mapping))))
        .isEmpty();
  }

  @Test
  void theSharedCacheHoldsMoviesAndNothingElse() {
    assertThat(
            regions(
                PersistenceUnit.withSharedCache(
                    PersistenceUnit.configuration(pool.dataSource(), PersistenceUnit.SEQUENCES))))
        .containsExactly(Movie.class.getName());
  }

  /** Returns what is cached across sessions; empty where nothing is, by a factory that cannot. */
  private static Set<String> regions(HibernatePersistenceConfiguration unit) {
    try (SessionFactory sessions = unit.createEntityManagerFactory()) {
      SessionFactoryImplementor factory = sessions.unwrap(SessionFactoryImplementor.class);
      boolean isOff = factory.getCache().getRegionFactory() instanceof NoCachingRegionFactory;
      Set<String> regions = factory.getCache().getCacheRegionNames();
      assertThat(regions.isEmpty()).isEqualTo(isOff);
      assertThat(factory.getSessionFactoryOptions().isQueryCacheEnabled()).isFalse();
      return regions;
    }
  }

  @Test
  void theMappingsDifferInWhereIdsComeFromAndInTheRolesOnly() throws IOException {
    String sequences = withoutIds(PersistenceUnit.SEQUENCES);

    assertThat(withoutIds(PersistenceUnit.IDENTITY_COLUMNS)).isEqualTo(sequences);
    String stateless = withoutIds(PersistenceUnit.STATELESS_SESSIONS);
    int roles = stateless.indexOf("<entity class=\"dev.screentest.hibernate.Role\"");
    assertThat(roles).isPositive();
    assertThat(stateless.substring(0, roles).strip() + "\n</entity-mappings>").isEqualTo(sequences);
  }

  /** Returns a mapping without comments, blank lines, indentation and where its ids come from. */
  private static String withoutIds(String mapping) throws IOException {
    try (InputStream xml = PersistenceUnit.class.getClassLoader().getResourceAsStream(mapping)) {
      assertThat(xml).isNotNull();
      return new String(xml.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?s)<!--.*?-->", "")
          .replace(" cacheable=\"true\"", "")
          .replaceAll("<sequence-generator [^>]*/>|<generated-value [^>]*/>", "")
          .replace("<id name=\"id\"/>", "<id name=\"id\"></id>")
          .replaceAll("<id name=\"id\">\\s*</id>", "<id name=\"id\"></id>")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining("\n"));
    }
  }

  @Test
  void aTypeThatDoesNotFitIsFound() throws SQLException {
    execute("alter table movies alter release_date type varchar");

    assertThatThrownBy(() -> validate(pool.dataSource(), PersistenceUnit.SEQUENCES))
        .hasStackTraceContaining("wrong column type encountered in column [release_date]");
  }

  @Test
  void anIncrementThatDoesNotFitIsFound() throws SQLException {
    execute("alter sequence movies_id_seq increment by 1");

    assertThatThrownBy(() -> validate(pool.dataSource(), PersistenceUnit.SEQUENCES))
        .hasStackTraceContaining("increment size of the [movies_id_seq] sequence");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Lets Hibernate ask the server what it is, and compare its mapping with what is there. */
  private static void validate(DataSource dataSource, String mapping) {
    HibernatePersistenceConfiguration unit = PersistenceUnit.configuration(dataSource, mapping);
    unit.properties().remove(JdbcSettings.ALLOW_METADATA_ON_BOOT);
    unit.properties().remove(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME);
    unit.properties().remove(JdbcSettings.JAKARTA_HBM2DDL_DB_VERSION);
    unit.property(SchemaToolingSettings.HBM2DDL_AUTO, "validate");
    unit.createEntityManagerFactory().close();
  }
}
