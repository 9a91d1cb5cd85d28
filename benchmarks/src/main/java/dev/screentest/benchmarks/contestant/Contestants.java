package dev.screentest.benchmarks.contestant;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.database.PoolLibrary;
import dev.screentest.testbed.database.PoolOpener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The implementations on the class path and in further builds. They are told apart by the {@link
 * StoreName} of their class, and only the one that is asked for is instantiated: several frameworks
 * in one JVM would change what the compiler makes of the code they share. Thread-safe.
 */
public final class Contestants {

  private final ClassLoader host;
  private final Map<String, Build> builds = new LinkedHashMap<>();
  private final Map<String, Implementations> implementations = new ConcurrentHashMap<>();

  private Contestants(ClassLoader host, List<Build> builds) {
    this.host = host;
    builds.forEach(build -> this.builds.put(build.name(), build));
  }

  /** Finds the implementations on the class path. */
  public static Contestants onClassPath() {
    return foundBy(Contestants.class.getClassLoader());
  }

  /** Finds the implementations that a class loader has, which takes the class path's place. */
  public static Contestants foundBy(ClassLoader loader) {
    return new Contestants(loader, List.of());
  }

  /**
   * Finds the implementations on the class path and in builds. As soon as there is one build, those
   * on the class path have a class loader of their own as well, so that whoever is compared is
   * loaded in the same way.
   */
  public static Contestants with(List<Build> builds) {
    if (builds.isEmpty()) {
      return onClassPath();
    }
    List<Build> all = new ArrayList<>(List.of(Build.HOST));
    all.addAll(builds);
    return new Contestants(Contestants.class.getClassLoader(), all);
  }

  /** Finds what this JVM, a fork of JMH's, may be asked to perform. */
  public static Contestants ofThisFork() {
    return with(Build.ofThisFork().stream().toList());
  }

  /** Returns the arguments of the JVM in which a contestant performs. */
  public List<String> forkArguments(Contestant contestant) {
    return Stream.ofNullable(builds.get(contestant.build())).map(Build::argument).toList();
  }

  private Implementations in(String build) {
    return implementations.computeIfAbsent(build, this::load);
  }

  private Implementations load(String name) {
    Build build = builds.get(name);
    if (build == null && !name.equals(Build.HOST.name())) {
      throw new UnknownContestantException(
          "build", name, builds().stream().map(Build::name).toList());
    }
    return new Implementations(build == null ? host : new BuildLoader(build, host));
  }

  /** Returns the builds beside the class path, in the order in which they were named. */
  public List<Build> builds() {
    return builds.values().stream().filter(build -> !build.equals(Build.HOST)).toList();
  }

  /** Returns the names of the implementations on the class path, the baseline first. */
  public List<String> names() {
    return in(Build.HOST.name()).names();
  }

  /** Returns the taught variant of every implementation, the baseline first, build by build. */
  public List<Contestant> taught() {
    return allBuilds()
        .flatMap(
            build ->
                in(build).names().stream()
                    .map(name -> new Contestant(name, Variant.TAUGHT).in(build)))
        .toList();
  }

  /** Returns every variant of every implementation, the baseline first, build by build. */
  public List<Contestant> everybody() {
    return allBuilds()
        .flatMap(
            build ->
                in(build).names().stream()
                    .flatMap(
                        name ->
                            in(build).provider(name).variants().stream()
                                .map(variant -> new Contestant(name, variant.name()).in(build))))
        .toList();
  }

  private Stream<String> allBuilds() {
    return Stream.concat(Stream.of(Build.HOST.name()), builds().stream().map(Build::name));
  }

  /**
   * Returns the contestant that a user named as {@code NAME[/VARIANT][@BUILD]}.
   *
   * @throws UnknownContestantException if there is none
   */
  public Contestant resolve(String label) {
    Contestant contestant = Contestant.parse(label);
    variant(contestant);
    return contestant;
  }

  /**
   * Instantiates the provider of an implementation on the class path.
   *
   * @throws UnknownContestantException if there is none of that name
   */
  public MovieStoreProvider provider(String name) {
    return in(Build.HOST.name()).provider(name);
  }

  /** Opens the store of a contestant; its caller closes it. */
  public MovieStore open(Contestant contestant, DataSource dataSource) {
    Implementations own = in(contestant.build());
    MovieStoreProvider provider = own.provider(contestant.implementation());
    Variant variant = variant(contestant);
    return own.inContext(() -> provider.open(dataSource, variant));
  }

  /** Returns what opens pools of the pool and the driver that a contestant has. */
  public PoolOpener pools(Contestant contestant) {
    return PoolOpener.linkedBy(loader(contestant));
  }

  /** Returns the class loader of a contestant, for the threads in which it performs. */
  public ClassLoader loader(Contestant contestant) {
    return in(contestant.build()).loader();
  }

  /** Returns the name and the version of a contestant's framework. */
  public String framework(Contestant contestant) {
    Implementations own = in(contestant.build());
    MovieStoreProvider provider = own.provider(contestant.implementation());
    return own.inContext(() -> provider.framework() + " " + provider.version());
  }

  /**
   * Returns the versions of driver and pool by their names.
   *
   * @param build whose; empty for the class path
   */
  public Map<String, String> sharedLibraries(String build, PoolLibrary pool) {
    return in(build).sharedLibraries(pool);
  }

  /**
   * Returns the variant of a contestant.
   *
   * @throws UnknownContestantException if there is none of that name
   */
  public Variant variant(Contestant contestant) {
    Implementations own = in(contestant.build());
    MovieStoreProvider provider = own.provider(contestant.implementation());
    List<Variant> variants = own.inContext(provider::variants);
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
