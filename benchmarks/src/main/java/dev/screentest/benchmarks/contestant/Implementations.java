package dev.screentest.benchmarks.contestant;

import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.testbed.database.PoolLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The implementations of one class loader; only those that are asked for are instantiated. */
final class Implementations {

  /** The baseline first, as in every table, then by name. */
  private static final Comparator<String> ORDER =
      Comparator.comparing((String name) -> !name.equals(Contestant.BASELINE))
          .thenComparing(Comparator.naturalOrder());

  private final ClassLoader loader;
  private final Map<String, ServiceLoader.Provider<MovieStoreProvider>> providers =
      new TreeMap<>(ORDER);

  Implementations(ClassLoader loader) {
    this.loader = loader;
    ServiceLoader.load(MovieStoreProvider.class, loader).stream().forEach(this::add);
  }

  private void add(ServiceLoader.Provider<MovieStoreProvider> provider) {
    StoreName name = provider.type().getAnnotation(StoreName.class);
    if (name == null) {
      throw new IllegalStateException(
          provider.type().getName() + " is registered as a provider but has no @StoreName");
    }
    ServiceLoader.Provider<MovieStoreProvider> other = providers.put(name.value(), provider);
    if (other != null) {
      throw new IllegalStateException(
          "two implementations call themselves '%s': %s and %s"
              .formatted(name.value(), other.type().getName(), provider.type().getName()));
    }
  }

  ClassLoader loader() {
    return loader;
  }

  List<String> names() {
    return List.copyOf(providers.keySet());
  }

  MovieStoreProvider provider(String name) {
    ServiceLoader.Provider<MovieStoreProvider> provider = providers.get(name);
    if (provider == null) {
      throw new UnknownContestantException("implementation", name, names());
    }
    return inContext(provider);
  }

  /** Does what may look for classes by the thread, as frameworks do while they are configured. */
  <T> T inContext(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Returns the versions of driver and pool, where they tell. */
  Map<String, String> sharedLibraries(PoolLibrary pool) {
    Map<String, String> versions = new TreeMap<>();
    driverVersion().ifPresent(version -> versions.put("pgjdbc", version));
    poolVersion(pool).ifPresent(version -> versions.put(pool.title(), version));
    return versions;
  }

  private Optional<String> poolVersion(PoolLibrary pool) {
    return switch (pool) {
      case HIKARICP -> version("com.zaxxer/HikariCP", "com/zaxxer/hikari/HikariDataSource.class");
      case AGROAL -> version("io.agroal/agroal-pool", "io/agroal/pool/DataSource.class");
      case DBCP2 ->
          version(
              "org.apache.commons/commons-dbcp2", "org/apache/commons/dbcp2/BasicDataSource.class");
      case C3P0 -> constant("com.mchange.v2.c3p0.subst.C3P0Substitutions", "VERSION");
      case VIBUR -> version("org.vibur/vibur-dbcp", "org/vibur/dbcp/ViburDBCPDataSource.class");
    };
  }

  /** The driver's jar has no description of Maven's. */
  private Optional<String> driverVersion() {
    return constant("org.postgresql.util.DriverInfo", "DRIVER_VERSION");
  }

  private Optional<String> constant(String className, String field) {
    try {
      return Optional.of(String.valueOf(loader.loadClass(className).getField(field).get(null)));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns what Maven left in a jar, which survives when jars are made one.
   *
   * @param artifact group and artifact, with a slash between them
   * @param member the file of one of its classes: the version is that of where this one lies
   */
  private Optional<String> version(String artifact, String member) {
    URL location = loader.getResource(member);
    if (location == null) {
      return Optional.empty();
    }
    String root = location.toString().substring(0, location.toString().length() - member.length());
    try (InputStream in =
        new URL(root + "META-INF/maven/" + artifact + "/pom.properties").openStream()) {
      Properties properties = new Properties();
      properties.load(in);
      return Optional.ofNullable(properties.getProperty("version"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
