package dev.screentest.jdbi;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.GuardedMovieStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Movie stores through Jdbi 3. */
@StoreName("jdbi")
public final class JdbiMovieStoreProvider implements MovieStoreProvider {

  /** Maven's own record in Jdbi's jar; a manifest does not survive where jars are merged. */
  private static final String POM_PROPERTIES = "/META-INF/maven/org.jdbi/jdbi3-core/pom.properties";

  @Override
  public String framework() {
    return "Jdbi";
  }

  @Override
  public String version() {
    Properties pom = new Properties();
    try (InputStream in = Jdbi.class.getResourceAsStream(POM_PROPERTIES)) {
      if (in == null) {
        throw new IllegalStateException(
            "the version of Jdbi is unknown: its jar has no " + POM_PROPERTIES);
      }
      pom.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pom.getProperty("version");
  }

  @Override
  public List<Variant> variants() {
    return Arrays.stream(Way.values()).map(Way::variant).toList();
  }

  @Override
  public MovieStore open(DataSource dataSource, Variant variant) {
    requireVariant(variant);
    return new GuardedMovieStore(variant, Way.of(variant).open(dataSource));
  }
}
