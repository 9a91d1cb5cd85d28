package dev.screentest.benchmarks.workload;

import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.UnitKind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All workloads. */
public final class WorkloadCatalogue {

  /** What {@code --workloads} takes for all of them. */
  public static final String ALL = "all";

  /** As many as a block of ids has, so that a whole number of blocks is taken. */
  private static final int BLOCK = 50;

  private static final List<WorkloadEntry> ENTRIES =
      List.of(
          read("select-1", "the number 1, without mapping", SelectOne.class, SelectOne::new),
          read("find-movie", "a movie by its id", FindMovie.class, FindMovie::new),
          read(
              "movies-starring",
              "the movies of an actor found by name: join and filter",
              MoviesStarring.class,
              MoviesStarring::new),
          movieWithCast(1),
          movieWithCast(10),
          movieWithCast(100),
          movieWithCast(1000),
          write(
              "insert-graph",
              "save a movie with three actors, their contact details and stuntmen",
              InsertGraph.class,
              BLOCK,
              InsertGraph::new),
          write(
              "insert-batch",
              "save 1000 movies by JDBC batches",
              InsertBatch.class,
              2,
              InsertBatch::new),
          write(
              "update-movie",
              "find a movie, change its title, save it",
              UpdateMovie.class,
              BLOCK,
              UpdateMovie::new),
          write(
              "delete-actor",
              "find an actor and delete it with contact details, stuntman and roles",
              DeleteActor.class,
              BLOCK,
              DeleteActor::new),
          new WorkloadEntry(
              "pool-contention",
              "a movie by its id, %d threads on %d connections"
                  .formatted(PoolContention.THREADS, PoolContention.CONNECTIONS),
              PoolContention.class,
              Map.of(),
              true,
              PoolContention.CONNECTIONS,
              BLOCK,
              PoolContention::new));

  private static final List<String> HEADLINE =
      List.of("insert-graph", "movie-with-cast/100", "pool-contention");

  private WorkloadCatalogue() {}

  private static WorkloadEntry read(
      String name,
      String summary,
      Class<? extends Workload> benchmark,
      Function<UnitKind, Workload> workload) {
    return new WorkloadEntry(name, summary, benchmark, Map.of(), true, 1, BLOCK, workload);
  }

  private static WorkloadEntry movieWithCast(int movies) {
    return new WorkloadEntry(
        "movie-with-cast/" + movies,
        "%d %s with cast, contact details and stuntmen, by one join"
            .formatted(movies, movies == 1 ? "movie" : "movies"),
        MovieWithCast.class,
        Map.of("movies", String.valueOf(movies)),
        true,
        1,
        10,
        unit -> new MovieWithCast(movies, FetchDepth.CONTACT_DETAILS, unit));
  }

  private static WorkloadEntry write(
      String name,
      String summary,
      Class<? extends Workload> benchmark,
      int countedOperations,
      Supplier<Workload> workload) {
    return new WorkloadEntry(
        name, summary, benchmark, Map.of(), false, 1, countedOperations, unit -> workload.get());
  }

  /** Returns all workloads. */
  public static List<WorkloadEntry> all() {
    return ENTRIES;
  }

  /** Returns the workloads that are compared unless others are named. */
  public static List<WorkloadEntry> headline() {
    return resolve(HEADLINE);
  }

  /**
   * Returns the workloads that a user named: by name, by the name without its size, or by {@value
   * #ALL}; each once, in the order of this catalogue.
   *
   * @throws UnknownWorkloadException if there is none of a name
   */
  public static List<WorkloadEntry> resolve(List<String> names) {
    for (String name : names) {
      if (ENTRIES.stream().noneMatch(entry -> matches(entry, name))) {
        throw new UnknownWorkloadException(
            "There is no workload '"
                + name
                + "'. Valid are: "
                + ALL
                + ", "
                + ENTRIES.stream().map(WorkloadEntry::name).collect(Collectors.joining(", "))
                + ".");
      }
    }
    return ENTRIES.stream()
        .filter(entry -> names.stream().anyMatch(name -> matches(entry, name)))
        .toList();
  }

  private static boolean matches(WorkloadEntry entry, String name) {
    return name.equals(ALL) || name.equals(entry.name()) || name.equals(entry.family());
  }
}
