package dev.screentest.jdbc;

import dev.screentest.domain.Capability;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.GuardedMovieStore;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.Driver;

/** Opens movie stores on plain JDBC. */
@StoreName("jdbc")
public final class JdbcMovieStoreProvider implements MovieStoreProvider {

  private static final Variant TAUGHT =
      new Variant(
          Variant.TAUGHT,
          "PreparedStatement, ResultSet by column index, JDBC batches; arrays for bulk",
          Map.of(
              Capability.LAZY_LOADING, "JDBC knows rows, not relations",
              Capability.UNIT_CACHE, "JDBC keeps no objects",
              Capability.AUTOMATIC_DIRTY_CHECKING, "JDBC sends only what it is told to"));

  /** Creates the provider; for {@code ServiceLoader}. */
  public JdbcMovieStoreProvider() {}

  @Override
  public String framework() {
    return "PostgreSQL JDBC Driver";
  }

  /** Returns the version as the driver says it itself, whichever is on the class path. */
  @Override
  @SuppressWarnings("deprecation") // the constants in place of it would be compiled into this class
  public String version() {
    String nameAndVersion = Driver.getVersion();
    return nameAndVersion.substring(nameAndVersion.lastIndexOf(' ') + 1);
  }

  @Override
  public List<Variant> variants() {
    return List.of(TAUGHT);
  }

  @Override
  public MovieStore open(DataSource dataSource, Variant variant) {
    requireVariant(variant);
    return new GuardedMovieStore(variant, new JdbcUnitOpener(dataSource));
  }
}
