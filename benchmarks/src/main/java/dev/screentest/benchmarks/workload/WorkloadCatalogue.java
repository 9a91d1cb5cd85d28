package dev.screentest.benchmarks.workload;

import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All workloads. */
public final class WorkloadCatalogue {

  /** What {@code --workloads} takes for all of them. */
  public static final String ALL = "all";

  /** As many as a block of ids has, so that a whole number of blocks is taken. */
  private static final int BLOCK = Bill.IDS_PER_BLOCK;

  /** Operations of this many rows and more are counted once or twice, in small batches. */
  private static final int MANY = 100;

  private static final int STREAMED = 100_000;

  /** Names of earlier versions, which stay valid. */
  private static final Map<String, String> ALIASES =
      Map.of("insert-batch", "insert-rows/1000/batched");

  private static final List<WorkloadEntry> ENTRIES =
      Stream.of(
              floor(),
              reads(),
              pages(),
              rows(),
              graphs(),
              projections(),
              tracking(),
              inserts(),
              updates(),
              deletions(),
              request(),
              pools(),
              starts())
          .flatMap(List::stream)
          .toList();

  private static final List<String> HEADLINE =
      List.of("insert-graph", "movie-with-cast/100", "pool-contention");

  private WorkloadCatalogue() {}

  private static List<WorkloadEntry> floor() {
    return List.of(
        read(
            Group.FLOOR,
            "select-1",
            "the number 1, without mapping",
            SelectOne.class,
            SelectOne::new),
        question(
            Group.FLOOR,
            "empty-unit",
            "a unit of work without a statement",
            ReadQuestion.NOTHING,
            1));
  }

  private static List<WorkloadEntry> reads() {
    return List.of(
        read(Group.READ, "find-movie", "a movie by its id", FindMovie.class, FindMovie::new),
        question(
            Group.READ,
            "find-actor",
            "an actor by its id, with its stuntman",
            ReadQuestion.FIND_ACTOR,
            1),
        question(
            Group.READ,
            "actor-with-contacts",
            "an actor by its id, with stuntman and contact details",
            ReadQuestion.ACTOR_WITH_CONTACTS,
            1),
        read(
            Group.READ,
            "movies-starring",
            "the movies of an actor found by name: join and filter",
            MoviesStarring.class,
            MoviesStarring::new),
        question(
            Group.READ,
            "released-after",
            "the newest movies, up to a hundred, by release date",
            ReadQuestion.RELEASED_AFTER,
            100),
        question(
            Group.READ,
            "first-released-after",
            "the first movie after a day",
            ReadQuestion.FIRST_RELEASED_AFTER,
            1),
        question(
            Group.READ, "exists-title", "whether a title is taken", ReadQuestion.EXISTS_TITLE, 1),
        question(
            Group.READ,
            "count-movies",
            "the number of movies, counted by the database",
            ReadQuestion.COUNT_MOVIES,
            1),
        question(
            Group.READ,
            "distinct-titles",
            "the different titles of all movies",
            ReadQuestion.DISTINCT_TITLES,
            1),
        question(
            Group.READ,
            "actors-living-in",
            "actors by a fragment of an address, whatever the case",
            ReadQuestion.ACTORS_LIVING_IN,
            1),
        question(
            Group.READ,
            "search-movies",
            "movies by a form of which one to three fields are filled in",
            ReadQuestion.SEARCH_MOVIES,
            1));
  }

  private static List<WorkloadEntry> pages() {
    List<WorkloadEntry> entries = new ArrayList<>();
    for (int page : new int[] {1, 100, 1000}) {
      entries.add(
          question(
                  Group.PAGE,
                  "page-by-offset/" + page,
                  "page %,d, skipping those before it".formatted(page),
                  ReadQuestion.PAGE_BY_OFFSET,
                  page)
              .needing(10L * page));
    }
    for (int page : new int[] {1, 100, 1000}) {
      entries.add(
          question(
                  Group.PAGE,
                  "page-by-key/" + page,
                  "page %,d, from the last movie of the page before".formatted(page),
                  ReadQuestion.PAGE_BY_KEY,
                  page)
              .needing(10L * page));
    }
    return entries;
  }

  private static List<WorkloadEntry> rows() {
    List<WorkloadEntry> entries = new ArrayList<>();
    for (int movies : new int[] {1, 10, 100, 1000, 10_000}) {
      entries.add(
          graph(
              Group.ROWS,
              "movies/" + movies,
              text(movies) + " by a range of ids, without cast",
              movies,
              FetchDepth.MOVIES,
              FetchStrategy.JOINED,
              false));
    }
    entries.add(
        question(
                Group.ROWS,
                "stream-movies",
                "all movies of the data set, one by one through a cursor",
                ReadQuestion.STREAM_MOVIES,
                1)
            .countedOver(2));
    entries.add(
        question(
                Group.ROWS,
                "stream-movies/" + STREAMED,
                text(STREAMED) + ", one by one through a cursor",
                ReadQuestion.STREAM_SOME_MOVIES,
                STREAMED)
            .countedOver(2)
            .needing(STREAMED));
    return entries;
  }

  private static List<WorkloadEntry> graphs() {
    List<WorkloadEntry> entries = new ArrayList<>();
    for (FetchStrategy strategy :
        List.of(
            FetchStrategy.JOINED,
            FetchStrategy.NESTED,
            FetchStrategy.BATCHED,
            FetchStrategy.N_PLUS_ONE)) {
      for (int movies : new int[] {1, 10, 100, 1000}) {
        entries.add(movieWithCast(movies, strategy));
      }
    }
    entries.add(
        graph(
            Group.GRAPH,
            "movie-with-actors/100",
            "100 movies with actors and stuntmen, two levels deep, by one join",
            100,
            FetchDepth.ACTORS,
            FetchStrategy.JOINED,
            false));
    return entries;
  }

  private static WorkloadEntry movieWithCast(int movies, FetchStrategy strategy) {
    boolean isJoined = strategy == FetchStrategy.JOINED;
    return graph(
        Group.GRAPH,
        "movie-with-cast/" + movies + (isJoined ? "" : "/" + label(strategy)),
        text(movies)
            + " with cast, contact details and stuntmen, "
            + switch (strategy) {
              case JOINED -> "by one join";
              case NESTED -> "nested by the database";
              case BATCHED -> "a statement for each level";
              case N_PLUS_ONE -> "a statement for each movie and each actor";
            },
        movies,
        FetchDepth.CONTACT_DETAILS,
        strategy,
        false);
  }

  private static List<WorkloadEntry> projections() {
    return List.of(
        question(
                Group.PROJECTION,
                "credits/100",
                "the roles in 100 movies, as titles and names",
                ReadQuestion.CREDITS,
                100)
            .needing(100),
        question(
                Group.PROJECTION,
                "summaries/100",
                "100 movies with the number of their actors",
                ReadQuestion.SUMMARIES,
                100)
            .needing(100),
        question(
                Group.PROJECTION,
                "cast-lists/100",
                "100 movies with their actors, as nested records",
                ReadQuestion.CAST_LISTS,
                100)
            .needing(100));
  }

  private static List<WorkloadEntry> tracking() {
    List<WorkloadEntry> entries = new ArrayList<>();
    entries.add(
        question(
            Group.TRACKING,
            "repeated-reads/10",
            "the same movie by its id, ten times in one unit of work",
            ReadQuestion.REPEATED_READS,
            10));
    entries.add(
        question(
                Group.TRACKING,
                "reference-data/10",
                "the same ten movies by their ids, again in every unit of work",
                ReadQuestion.REFERENCE_DATA,
                10)
            .needing(10));
    entries.add(
        graph(
            Group.TRACKING,
            "tracked/movies/100",
            "as movies/100, in a unit of work that may write",
            100,
            FetchDepth.MOVIES,
            FetchStrategy.JOINED,
            true));
    entries.add(
        graph(
            Group.TRACKING,
            "tracked/movie-with-cast/100",
            "as movie-with-cast/100, in a unit of work that may write",
            100,
            FetchDepth.CONTACT_DETAILS,
            FetchStrategy.JOINED,
            true));
    for (int movies : new int[] {1, 100, 1000}) {
      entries.add(
          change(
                  Group.TRACKING,
                  "load-and-change/" + movies,
                  "load %s, change one, commit".formatted(text(movies)),
                  ChangeKind.LOAD_AND_CHANGE,
                  movies,
                  InsertStrategy.BATCHED)
              .countedOver(10)
              .needing(movies));
    }
    return entries;
  }

  private static List<WorkloadEntry> inserts() {
    List<WorkloadEntry> entries = new ArrayList<>();
    entries.add(
        change(
            Group.INSERT,
            "insert-graph",
            "save a movie with three actors, their contact details and stuntmen",
            ChangeKind.INSERT_GRAPH,
            1,
            InsertStrategy.BATCHED));
    entries.add(
        change(
            Group.INSERT,
            "insert-row",
            "save a movie",
            ChangeKind.INSERT_SEPARATELY,
            1,
            InsertStrategy.BATCHED));
    entries.add(
        change(
                Group.INSERT,
                "insert-separately/10",
                "save ten movies, each in a transaction of its own",
                ChangeKind.INSERT_SEPARATELY,
                10,
                InsertStrategy.BATCHED)
            .countedOver(10));
    for (int rows : new int[] {10, 100, 1000, 10_000}) {
      for (InsertStrategy strategy : InsertStrategy.values()) {
        entries.add(
            change(
                    Group.INSERT,
                    "insert-rows/" + rows + "/" + label(strategy),
                    "save %s in one transaction, %s"
                        .formatted(
                            text(rows),
                            switch (strategy) {
                              case ROW_BY_ROW -> "row by row";
                              case BATCHED -> "by JDBC batches";
                              case BULK ->
                                  "in the framework's fastest way, which may bypass its mapping";
                            }),
                    ChangeKind.INSERT_ROWS,
                    rows,
                    strategy)
                .countedOver(Math.max(1, MANY / rows)));
      }
    }
    return entries;
  }

  private static List<WorkloadEntry> updates() {
    return List.of(
        change(
            Group.UPDATE,
            "update-movie",
            "find a movie, change its title, save it",
            ChangeKind.UPDATE_MOVIE,
            1,
            InsertStrategy.BATCHED),
        change(
            Group.UPDATE,
            "retitle-movie",
            "give a movie another title by one statement",
            ChangeKind.RETITLE_MOVIE,
            1,
            InsertStrategy.BATCHED),
        change(
            Group.UPDATE,
            "merge-movie",
            "merge a detached movie with another title, without its cast",
            ChangeKind.MERGE_MOVIE,
            1,
            InsertStrategy.BATCHED),
        change(
            Group.UPDATE,
            "merge-graph",
            "merge a detached movie with another title, with its cast",
            ChangeKind.MERGE_GRAPH,
            1,
            InsertStrategy.BATCHED),
        change(
            Group.UPDATE,
            "deactivate-stuntmen",
            "change ten stuntmen by a condition on their actors",
            ChangeKind.DEACTIVATE_STUNTMEN,
            1,
            InsertStrategy.BATCHED));
  }

  private static List<WorkloadEntry> deletions() {
    return List.of(
        change(
            Group.DELETE,
            "delete-actor",
            "find an actor and delete it with contact details, stuntman and roles",
            ChangeKind.DELETE_ACTOR,
            1,
            InsertStrategy.BATCHED),
        change(
            Group.DELETE,
            "remove-contact",
            "take contact details out of an actor's list: an orphan",
            ChangeKind.REMOVE_CONTACT,
            1,
            InsertStrategy.BATCHED),
        change(
            Group.DELETE,
            "replace-stuntman",
            "give an actor another stuntman: an orphan and a new row",
            ChangeKind.REPLACE_STUNTMAN,
            1,
            InsertStrategy.BATCHED),
        change(
            Group.DELETE,
            "delete-movies",
            "delete ten movies and their roles by condition",
            ChangeKind.DELETE_MOVIES,
            1,
            InsertStrategy.BATCHED));
  }

  private static List<WorkloadEntry> request() {
    return List.of(
        change(
            Group.REQUEST,
            "request",
            "page, count, graph, check, find and update in one transaction",
            ChangeKind.REQUEST,
            1,
            InsertStrategy.BATCHED));
  }

  private static List<WorkloadEntry> pools() {
    return List.of(
        new WorkloadEntry(
            "pool-contention",
            "a movie by its id, %d threads on %d connections"
                .formatted(PoolContention.THREADS, PoolContention.CONNECTIONS),
            PoolContention.class,
            Map.of(),
            null,
            PoolContention.CONNECTIONS,
            BLOCK,
            PoolContention::new,
            Group.POOL,
            MoviesNeeded.FEW));
  }

  private static List<WorkloadEntry> starts() {
    return List.of(
        new WorkloadEntry(
            "cold-start",
            "a JVM, from its start to its first answer: a movie by its id",
            ColdStart.class,
            Map.of(),
            Batches.SINGLE,
            1,
            2,
            unit -> new ColdStart(),
            Group.START,
            MoviesNeeded.FEW));
  }

  private static WorkloadEntry read(
      Group group,
      String name,
      String summary,
      Class<? extends Workload> benchmark,
      Function<UnitKind, Workload> workload) {
    return new WorkloadEntry(
        name, summary, benchmark, Map.of(), null, 1, BLOCK, workload, group, MoviesNeeded.FEW);
  }

  private static WorkloadEntry question(
      Group group, String name, String summary, ReadQuestion question, int size) {
    return new WorkloadEntry(
        name,
        summary,
        AskQuestion.class,
        Map.of("question", question.name(), "size", String.valueOf(size)),
        null,
        1,
        BLOCK,
        unit -> new AskQuestion(question, size, unit),
        group,
        MoviesNeeded.FEW);
  }

  private static WorkloadEntry graph(
      Group group,
      String name,
      String summary,
      int movies,
      FetchDepth depth,
      FetchStrategy strategy,
      boolean tracked) {
    return new WorkloadEntry(
        name,
        summary,
        MovieWithCast.class,
        Map.of(
            "movies", String.valueOf(movies),
            "depth", depth.name(),
            "strategy", strategy.name(),
            "tracked", String.valueOf(tracked)),
        null,
        1,
        Math.max(1, Math.min(10, 1000 / movies)),
        unit -> new MovieWithCast(movies, depth, strategy, tracked, unit),
        group,
        new MoviesNeeded(movies));
  }

  private static WorkloadEntry change(
      Group group,
      String name,
      String summary,
      ChangeKind change,
      int size,
      InsertStrategy strategy) {
    return new WorkloadEntry(
        name,
        summary,
        Change.class,
        Map.of(
            "change", change.name(),
            "size", String.valueOf(size),
            "strategy", strategy.name()),
        change.batches(size, strategy),
        1,
        BLOCK,
        unit -> new Change(change, size, strategy),
        group,
        MoviesNeeded.FEW.heldInMemory());
  }

  private static String text(int movies) {
    return movies == 1 ? "a movie" : "%,d movies".formatted(movies);
  }

  private static String label(Enum<?> strategy) {
    return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
   * Returns the workloads that a user named: by name; where there is none of that name, by the
   * beginning of the name up to a slash; or by {@value #ALL}; each once, in the order of this
   * catalogue.
   *
   * @throws UnknownWorkloadException if there is none of a name
   */
  public static List<WorkloadEntry> resolve(List<String> names) {
    Set<WorkloadEntry> named =
        names.stream()
            .flatMap(name -> named(ALIASES.getOrDefault(name, name)).stream())
            .collect(Collectors.toSet());
    return ENTRIES.stream().filter(named::contains).toList();
  }

  private static List<WorkloadEntry> named(String name) {
    if (name.equals(ALL)) {
      return ENTRIES;
    }
    List<WorkloadEntry> exact =
        ENTRIES.stream().filter(entry -> entry.name().equals(name)).toList();
    List<WorkloadEntry> found =
        exact.isEmpty()
            ? ENTRIES.stream().filter(entry -> entry.name().startsWith(name + "/")).toList()
            : exact;
    if (found.isEmpty()) {
      throw new UnknownWorkloadException(
          "There is no workload '"
              + name
              + "'. Valid are: "
              + ALL
              + ", "
              + ENTRIES.stream().map(WorkloadEntry::name).collect(Collectors.joining(", "))
              + ".");
    }
    return found;
  }
}
