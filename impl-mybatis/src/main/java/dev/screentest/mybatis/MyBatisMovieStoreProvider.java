package dev.screentest.mybatis;

import dev.screentest.domain.Capability;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.GuardedMovieStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.ibatis.io.Resources;

/** The contract through MyBatis. */
@StoreName("mybatis")
public final class MyBatisMovieStoreProvider implements MovieStoreProvider {

  private static final String TUNED_NAME = "tuned";
  private static final String ANNOTATIONS_NAME = "annotations";
  private static final String RETURNING_NAME = "returning";

  private static final String CUT_TO_PIECES =
      "the driver does not rewrite a batch whose ids come back, describes its statement first, and"
          + " sends it in pieces whose answers fit into 64 kB";

  private static final Map<Capability, String> MISSING =
      Map.of(
          Capability.LAZY_LOADING,
          "MyBatis loads lazily through proxies, subclasses of the domain classes, and the"
              + " contract asks for the domain classes themselves",
          Capability.UNIT_CACHE,
          "the local cache of a session knows statements and their parameters, not rows",
          Capability.AUTOMATIC_DIRTY_CHECKING,
          "MyBatis has no unit of work: it writes what it is told to",
          Capability.SHARED_CACHE,
          "the cache of a mapper keeps whole results: shared objects, or copies by serialization,"
              + " which the domain classes do not allow");

  private static final Variant TAUGHT =
      new Variant(
          Variant.TAUGHT,
          "mapper interfaces, XML statements and result maps, one SqlSession for each unit of work",
          MISSING);

  private static final Variant TUNED =
      new Variant(
          TUNED_NAME,
          "as taught, with rows of joins by constructor maps and a ResultHandler,"
              + " ExecutorType.REUSE",
          MISSING);

  private static final Variant ANNOTATIONS =
      new Variant(
          ANNOTATIONS_NAME,
          "as taught, with statements and result maps in annotations, dynamic SQL by providers",
          MISSING);

  private static final Variant RETURNING =
      new Variant(
          RETURNING_NAME,
          "as taught, with ids from the database by useGeneratedKeys, bulk inserts by foreach",
          MISSING,
          Map.of(
              "INSERT-3",
              CUT_TO_PIECES,
              "INSERT-4",
              CUT_TO_PIECES,
              "INSERT-6",
              "the column's default gives each row a value of the sequence"));

  @Override
  public String framework() {
    return "MyBatis";
  }

  /** Reads what Maven put into MyBatis' jar: unlike a manifest, it survives a merge of jars. */
  @Override
  public String version() {
    try (InputStream in =
        Resources.getResourceAsStream("META-INF/maven/org.mybatis/mybatis/pom.properties")) {
      Properties pom = new Properties();
      pom.load(in);
      return pom.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("MyBatis' jar does not say which version it is", e);
    }
  }

  @Override
  public List<Variant> variants() {
    return List.of(TAUGHT, TUNED, ANNOTATIONS, RETURNING);
  }

  @Override
  public MovieStore open(DataSource dataSource, Variant variant) {
    requireVariant(variant);
    Usage usage =
        switch (variant.name()) {
          case Variant.TAUGHT -> Usage.taught(dataSource);
          case TUNED_NAME -> Usage.tuned(dataSource);
          case ANNOTATIONS_NAME -> Usage.annotations(dataSource);
          case RETURNING_NAME -> Usage.returning(dataSource);
          default -> throw new IllegalStateException("a variant without a usage: " + variant);
        };
    return new GuardedMovieStore(variant, new MyBatisUnits(usage));
  }
}
