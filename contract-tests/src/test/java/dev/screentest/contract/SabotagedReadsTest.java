package dev.screentest.contract;

import dev.screentest.contract.Row.ActorRow;
import dev.screentest.contract.Row.MovieRow;
import dev.screentest.domain.Actor;
import dev.screentest.domain.CastList;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Stores that answer something else than they were asked: the suite must name the rule. */
class SabotagedReadsTest {

  @Test
  void listsMoviesInAnotherOrder() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<Movie> allMovies() {
                    List<Movie> movies = new ArrayList<>(super.allMovies());
                    Collections.reverse(movies);
                    return movies;
                  }
                })
        .isFor("QUERY-1")
        .says("QUERY-1", "check the ORDER BY", "movie 3 'three'");
  }

  @Test
  void takesTheOffsetForTheNumberOfThePage() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<Movie> moviesPage(MovieOrder order, long offset, int limit) {
                    long start = limit == 0 || offset > 1000 ? offset : offset * limit;
                    return super.moviesPage(order, start, limit);
                  }
                })
        .isFor("PAGE-1", "PAGE-2", "PAGE-3", "PAGE-6")
        .says("PAGE-1", "the offset is skipped", "[3L, 4L, 5L]");
  }

  @Test
  void takesALimitOfZeroForNoLimit() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<Movie> moviesPage(MovieOrder order, long offset, int limit) {
                    return super.moviesPage(order, offset, limit == 0 ? 1000 : limit);
                  }
                })
        .isFor("PAGE-4")
        .says("PAGE-4", "must not mean all");
  }

  @Test
  void comparesFragmentsWithTheirCase() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<Actor> actorsLivingIn(String addressFragment) {
                    return actorsWhere(address -> address.contains(addressFragment));
                  }
                })
        .isFor("QUERY-11")
        .says("QUERY-11", "ILIKE", "Mark Wahlberg");
  }

  @Test
  void takesAFragmentForAPattern() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<Actor> actorsLivingIn(String addressFragment) {
                    return actorsWhere(pattern(addressFragment).asPredicate());
                  }
                })
        .isFor("QUERY-13", "QUERY-14", "QUERY-15")
        .says("QUERY-13", "% is escaped", "100 Street");
  }

  /** Returns what LIKE makes of a fragment that nobody escaped. */
  private static Pattern pattern(String fragment) {
    String regex =
        fragment
            .codePoints()
            .mapToObj(Character::toString)
            .map(
                c ->
                    switch (c) {
                      case "%" -> ".*";
                      case "_" -> ".";
                      case "\\" -> "";
                      default -> Pattern.quote(c);
                    })
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  @Test
  void ignoresAConditionOfASearchWhereAnotherIsGiven() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<Movie> searchMovies(MovieSearch search) {
                    return super.searchMovies(
                        search.titleFragment() == null
                            ? search
                            : new MovieSearch(search.titleFragment(), null, search.actorName()));
                  }
                })
        .isFor("QUERY-24")
        .says("QUERY-24", "each given condition is asked", "releasedAfter=2015-04-02");
  }

  @Test
  void asksForADateThoughASearchGivesNone() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<Movie> searchMovies(MovieSearch search) {
                    return search.releasedAfter() != null
                        ? super.searchMovies(search)
                        : super.searchMovies(search).stream()
                            .filter(movie -> movie.getReleaseDate() != null)
                            .toList();
                  }
                })
        .isAtLeastFor("QUERY-23", "QUERY-25", "QUERY-26", "QUERY-27")
        .spares("QUERY-21", "QUERY-22", "PAGE", "PROJ")
        .says("QUERY-27", "the ORDER BY", "movie 2 'two' null");
  }

  @Test
  void takesAnEmptyTextForAConditionThatIsNotGiven() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<Movie> searchMovies(MovieSearch search) {
                    return super.searchMovies(
                        "".equals(search.actorName())
                            ? new MovieSearch(search.titleFragment(), search.releasedAfter(), null)
                            : search);
                  }
                })
        .isFor("QUERY-26")
        .says("QUERY-26", "null alone", "[1L, 2L, 3L]");
  }

  @Test
  void losesTheMovieWithoutActorsInAnInnerJoin() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<CastList> castLists(IdRange movieIds) {
                    return super.castLists(movieIds).stream()
                        .filter(list -> !list.cast().isEmpty())
                        .toList();
                  }
                })
        .isFor("PROJ-6", "PROJ-7", "PROJ-8", "PROJ-9")
        .says("PROJ-8", "outer join", "first of the lonely");
  }

  @Test
  void groupsCastsByTheirTitle() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<CastList> castLists(IdRange movieIds) {
                    Map<String, CastList> byTitle = new LinkedHashMap<>();
                    super.castLists(movieIds)
                        .forEach(list -> byTitle.merge(list.title(), list, this::joined));
                    return List.copyOf(byTitle.values());
                  }

                  private CastList joined(CastList first, CastList second) {
                    List<CastList.Member> cast = new ArrayList<>(first.cast());
                    cast.addAll(second.cast());
                    return new CastList(first.movieId(), first.title(), cast);
                  }
                })
        .isFor("PROJ-10")
        .says("PROJ-10", "told apart by id", "John Smith");
  }

  @Test
  void showsAMovieOnceForEachRowOfTheJoin() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<Movie> moviesStarring(String actorName) {
                    List<MovieRow> rows = new ArrayList<>();
                    for (MovieRow movie : view().movies.values()) {
                      for (ActorRow actor : actorsOf(view(), movie).toList()) {
                        if (actor.name().equals(actorName)) {
                          rows.add(movie);
                        }
                      }
                    }
                    return movies(rows.stream());
                  }
                })
        .isFor("QUERY-8")
        .says("QUERY-8", "the join's duplicates", "[1L, 1L, 2L]");
  }

  @Test
  void showsAStaleObjectOfAnEarlierUnit() {
    Map<Long, Movie> cache = new ConcurrentHashMap<>();
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public Optional<Movie> findMovie(long id) {
                    Optional<Movie> movie =
                        Optional.ofNullable(cache.get(id)).or(() -> super.findMovie(id));
                    movie.ifPresent(found -> cache.put(id, found));
                    return movie;
                  }
                })
        .isAtLeastFor("ID-5")
        .says("ID-5", "nothing is cached in the store", "another unit");
  }

  @Test
  void showsRelationsThatWereNotLoadedAsEmpty() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public Optional<Movie> findMovie(long id) {
                    Optional<Movie> movie = super.findMovie(id);
                    movie.ifPresent(found -> found.setActors(new LinkedHashSet<>()));
                    return movie;
                  }
                })
        .isFor("REL-1", "REL-17", "MERGE-5")
        .says("REL-1", "is not an empty set");
  }

  @Test
  void forgetsTheStuntman() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public Optional<Actor> findActor(long id) {
                    Optional<Actor> actor = super.findActor(id);
                    if (!isWriting()) {
                      actor.ifPresent(found -> found.setStuntman(null));
                    }
                    return actor;
                  }
                })
        .isFor("REL-12", "MERGE-5", "MERGE-7")
        .says("REL-12", "joins the stuntman", "stuntman 5 'John Doe' inactive");
  }

  @Test
  void comparesTitlesAsUtf16() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public List<String> distinctTitles() {
                    return super.distinctTitles().stream().sorted().toList();
                  }
                })
        .isFor("QUERY-4")
        .says("QUERY-4", "COLLATE");
  }

  @Test
  void countsRolesInsteadOfMovies() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public long countMovies() {
                    return Math.max(super.countMovies(), view().roles.size());
                  }
                })
        .isFor("QUERY-2")
        .says("QUERY-2", "not their roles", "but was: 4L");
  }
}
