package dev.screentest.hibernate;

import dev.screentest.domain.Capability;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.GuardedMovieStore;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.Version;

/** Offers Hibernate ORM. */
@StoreName("hibernate")
public final class HibernateMovieStoreProvider implements MovieStoreProvider {

  private static final Variant TAUGHT =
      new Variant(
          Variant.TAUGHT,
          "Session with its persistence context; HQL with join fetch",
          Map.of(Capability.NESTED, SessionUnit.NO_NESTED, Capability.BULK, SessionUnit.NO_BULK));

  /** Creates the provider; {@code ServiceLoader} does. */
  public HibernateMovieStoreProvider() {}

  @Override
  public String framework() {
    return "Hibernate ORM";
  }

  @Override
  public String version() {
    return Version.getVersionString();
  }

  @Override
  public List<Variant> variants() {
    return List.of(TAUGHT);
  }

  @Override
  public MovieStore open(DataSource dataSource, Variant variant) {
    requireVariant(variant);
    return new GuardedMovieStore(
        variant, new SessionOpener(PersistenceUnit.createSessionFactory(dataSource)));
  }
}
