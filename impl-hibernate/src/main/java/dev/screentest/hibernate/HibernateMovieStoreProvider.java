package dev.screentest.hibernate;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.GuardedMovieStore;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.Version;

/** Offers Hibernate ORM. */
@StoreName("hibernate")
public final class HibernateMovieStoreProvider implements MovieStoreProvider {

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
    return Stream.of(HibernateVariant.values()).map(HibernateVariant::variant).toList();
  }

  @Override
  public MovieStore open(DataSource dataSource, Variant variant) {
    requireVariant(variant);
    HibernateVariant way = HibernateVariant.values()[variants().indexOf(variant)];
    return new GuardedMovieStore(variant, way.openOn(dataSource));
  }
}
