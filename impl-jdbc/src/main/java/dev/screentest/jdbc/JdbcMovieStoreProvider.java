package dev.screentest.jdbc;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.GuardedMovieStore;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.Driver;

/** Opens movie stores on plain JDBC. */
@StoreName("jdbc")
public final class JdbcMovieStoreProvider implements MovieStoreProvider {

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
    return JdbcVariant.ALL.stream().map(JdbcVariant::variant).toList();
  }

  @Override
  public MovieStore open(DataSource dataSource, Variant variant) {
    requireVariant(variant);
    JdbcVariant chosen =
        JdbcVariant.ALL.stream()
            .filter(known -> known.variant().equals(variant))
            .findFirst()
            .orElseThrow();
    return new GuardedMovieStore(variant, chosen.opener(dataSource));
  }
}
