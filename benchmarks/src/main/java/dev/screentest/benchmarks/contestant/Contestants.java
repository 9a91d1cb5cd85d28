package dev.screentest.benchmarks.contestant;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The implementations on the class path. They are told apart by the {@link StoreName} of their
 * class, and only the one that is asked for is instantiated: several frameworks in one JVM would
 * change what the compiler makes of the code they share.
 */
public final class Contestants {

  /** The baseline first, as in every table, then by name. */
  private static final Comparator<String> ORDER =
      Comparator.comparing((String name) -> !name.equals(Contestant.BASELINE))
          .thenComparing(Comparator.naturalOrder());

  private final Map<String, ServiceLoader.Provider<MovieStoreProvider>> providers;

  private Contestants(Map<String, ServiceLoader.Provider<MovieStoreProvider>> providers) {
    this.providers = providers;
  }

  /** Finds the implementations on the class path. */
  public static Contestants onClassPath() {
    Map<String, ServiceLoader.Provider<MovieStoreProvider>> providers = new TreeMap<>(ORDER);
    ServiceLoader.load(MovieStoreProvider.class).stream()
        .forEach(provider -> add(providers, provider));
    return new Contestants(providers);
  }

  private static void add(
      Map<String, ServiceLoader.Provider<MovieStoreProvider>> providers,
      ServiceLoader.Provider<MovieStoreProvider> provider) {
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

  /** Returns the names of the implementations, the baseline first. */
  public List<String> names() {
    return List.copyOf(providers.keySet());
  }

  /** Returns the taught variant of every implementation, the baseline first. */
  public List<Contestant> taught() {
    return names().stream().map(name -> new Contestant(name, Variant.TAUGHT)).toList();
  }

  /** Returns every variant of every implementation, the baseline first. */
  public List<Contestant> everybody() {
    return names().stream()
        .flatMap(
            name ->
                provider(name).variants().stream()
                    .map(variant -> new Contestant(name, variant.name())))
        .toList();
  }

  /**
   * Returns the contestant that a user named as {@code NAME[/VARIANT]}.
   *
   * @throws UnknownContestantException if there is none
   */
  public Contestant resolve(String label) {
    Contestant contestant = Contestant.parse(label);
    variant(contestant);
    return contestant;
  }

  /**
   * Instantiates the provider of an implementation.
   *
   * @throws UnknownContestantException if there is none of that name
   */
  public MovieStoreProvider provider(String name) {
    ServiceLoader.Provider<MovieStoreProvider> provider = providers.get(name);
    if (provider == null) {
      throw new UnknownContestantException("implementation", name, names());
    }
    return provider.get();
  }

  /** Opens the store of a contestant; its caller closes it. */
  public MovieStore open(Contestant contestant, DataSource dataSource) {
    return provider(contestant.implementation()).open(dataSource, variant(contestant));
  }

  /**
   * Returns the variant of a contestant.
   *
   * @throws UnknownContestantException if there is none of that name
   */
  public Variant variant(Contestant contestant) {
    List<Variant> variants = provider(contestant.implementation()).variants();
    return variants.stream()
        .filter(variant -> variant.name().equals(contestant.variant()))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownContestantException(
                    "variant of " + contestant.implementation(),
                    contestant.variant(),
                    variants.stream().map(Variant::name).toList()));
  }
}
