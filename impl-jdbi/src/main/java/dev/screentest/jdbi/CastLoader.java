package dev.screentest.jdbi;

import static java.util.Objects.requireNonNull;

import dev.screentest.domain.Actor;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Loads movies with their casts, by each fetch strategy; one loader for each result. */
final class CastLoader {

  private final Daos daos;

  /** The actors of this result, each once, in however many casts. */
  private final Map<Long, Actor> actors = new LinkedHashMap<>();

  CastLoader(Daos daos) {
    this.daos = daos;
  }

  List<Movie> load(IdRange ids, FetchDepth depth, FetchStrategy strategy) {
    if (depth == FetchDepth.MOVIES) {
      return movies(ids);
    }
    boolean withContactDetails = depth == FetchDepth.CONTACT_DETAILS;
    return switch (strategy) {
      case N_PLUS_ONE -> oneByOne(ids, withContactDetails);
      case BATCHED -> levelByLevel(ids, withContactDetails);
      case JOINED -> joined(ids, withContactDetails);
      case NESTED -> nested(ids, withContactDetails);
    };
  }

  private List<Movie> movies(IdRange ids) {
    return daos.movies().between(ids.first(), ids.last());
  }

  private List<Movie> joined(IdRange ids, boolean withContactDetails) {
    GraphDao graphs = daos.graphs();
    return withContactDetails
        ? graphs.moviesWithCastAndContactDetails(ids.first(), ids.last())
        : graphs.moviesWithCast(ids.first(), ids.last());
  }

  private List<Movie> nested(IdRange ids, boolean withContactDetails) {
    NestedDao graphs = daos.nestedGraphs();
    return withContactDetails
        ? graphs.moviesWithCastAndContactDetails(ids.first(), ids.last())
        : graphs.moviesWithCast(ids.first(), ids.last());
  }

  private List<Movie> oneByOne(IdRange ids, boolean withContactDetails) {
    List<Movie> movies = movies(ids);
    LevelDao levels = daos.levels();
    for (Movie movie : movies) {
      movie.setActors(new LinkedHashSet<>());
      levels.castOf(requireNonNull(movie.getId())).forEach(actor -> addActor(movie, actor));
    }
    if (withContactDetails) {
      actors.forEach(
          (id, actor) -> {
            actor.setContactDetails(new LinkedHashSet<>());
            levels.contactDetailsOf(id).forEach(details -> details.setActor(actor));
          });
    }
    return movies;
  }

  private List<Movie> levelByLevel(IdRange ids, boolean withContactDetails) {
    Map<Long, Movie> movies = new LinkedHashMap<>();
    for (Movie movie : movies(ids)) {
      movie.setActors(new LinkedHashSet<>());
      movies.put(requireNonNull(movie.getId()), movie);
    }
    LevelDao levels = daos.levels();
    for (List<Long> keys : inStatements(movies.keySet())) {
      for (CastMember member : levels.castsOf(keys)) {
        addActor(requireNonNull(movies.get(member.movieId())), member.actor());
      }
    }
    if (withContactDetails) {
      actors.values().forEach(actor -> actor.setContactDetails(new LinkedHashSet<>()));
      for (List<Long> keys : inStatements(actors.keySet())) {
        for (ActorsContact contact : levels.contactDetailsOfAll(keys)) {
          contact.details().setActor(requireNonNull(actors.get(contact.actorId())));
        }
      }
    }
    return List.copyOf(movies.values());
  }

  /** Adds an actor to a cast, or the object that already stands for the same row. */
  private void addActor(Movie movie, Actor actor) {
    Actor known = actors.putIfAbsent(requireNonNull(actor.getId()), actor);
    movie.addActor(known == null ? actor : known);
  }

  /** Cuts keys into as many as one statement may ask for. */
  private static List<List<Long>> inStatements(Collection<Long> keys) {
    List<Long> all = List.copyOf(keys);
    List<List<Long>> statements = new ArrayList<>();
    for (int from = 0; from < all.size(); from += FetchStrategy.KEYS_PER_STATEMENT) {
      int to = Math.min(all.size(), from + FetchStrategy.KEYS_PER_STATEMENT);
      statements.add(all.subList(from, to));
    }
    return statements;
  }
}
