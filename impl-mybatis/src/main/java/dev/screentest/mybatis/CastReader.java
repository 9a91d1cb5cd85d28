package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.CastList;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Relations;
import dev.screentest.mybatis.CastMapper.CastListRow;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads graphs, and completes what result maps cannot say: that an actor in two casts is one
 * object, that contact details know their actor, and that an actor's movies were not loaded.
 */
final class CastReader implements GraphReader {

  private static final Set<Movie> MOVIES_NOT_LOADED = Relations.notLoaded("Actor.movies");

  private final Mappers mappers;

  CastReader(Mappers mappers) {
    this.mappers = mappers;
  }

  @Override
  public Optional<Actor> actor(long id) {
    Optional<Actor> actor = mappers.actors().findWithContactDetails(id);
    actor.ifPresent(CastReader::complete);
    return actor;
  }

  @Override
  public List<Actor> actors(Collection<Long> ids) {
    List<Actor> actors = mappers.actors().allWithContactDetails(ids.toArray(Long[]::new));
    actors.forEach(CastReader::complete);
    return actors;
  }

  @Override
  public Optional<Movie> movie(long id) {
    Optional<Movie> movie = mappers.casts().joinAllOfOne(id);
    movie.ifPresent(found -> found.getActors().forEach(CastReader::complete));
    return movie;
  }

  @Override
  public List<Movie> movies(IdRange ids, FetchDepth depth, FetchStrategy strategy) {
    if (depth == FetchDepth.MOVIES) {
      return mappers.movies().inRange(ids);
    }
    CastMapper casts = mappers.casts();
    boolean withContactDetails = depth == FetchDepth.CONTACT_DETAILS;
    List<Movie> movies =
        switch (strategy) {
          case N_PLUS_ONE -> withContactDetails ? casts.selectAll(ids) : casts.selectActors(ids);
          case BATCHED -> moviesThenCasts(ids, casts);
          case JOINED -> withContactDetails ? casts.joinAll(ids) : casts.joinActors(ids);
          case NESTED -> withContactDetails ? casts.nestAll(ids) : casts.nestActors(ids);
        };
    Collection<Actor> actors = unify(movies);
    if (withContactDetails) {
      if (strategy == FetchStrategy.BATCHED) {
        addContactDetails(actors, casts);
      }
      actors.forEach(CastReader::complete);
    }
    return movies;
  }

  @Override
  public List<CastList> castLists(IdRange movieIds) {
    return mappers.casts().castLists(movieIds).stream().map(CastListRow::complete).toList();
  }

  private List<Movie> moviesThenCasts(IdRange ids, CastMapper casts) {
    List<Movie> movies = mappers.movies().inRange(ids);
    Map<Long, Movie> found = inBatches(movies, Movie::getId, casts::casts);
    for (Movie movie : movies) {
      Movie cast = found.get(movie.getId());
      movie.setActors(cast == null ? new LinkedHashSet<>() : cast.getActors());
    }
    return movies;
  }

  private static void addContactDetails(Collection<Actor> actors, CastMapper casts) {
    Map<Long, Actor> found = inBatches(actors, Actor::getId, casts::contacts);
    for (Actor actor : actors) {
      Actor contacts = found.get(actor.getId());
      actor.setContactDetails(
          contacts == null ? new LinkedHashSet<>() : contacts.getContactDetails());
    }
  }

  /** Asks for the relations of many owners, in statements of so many keys each. */
  private static <E> Map<Long, E> inBatches(
      Collection<E> owners, Function<E, @Nullable Long> id, Function<Long[], Map<Long, E>> ask) {
    Long[] keys = owners.stream().map(id).toArray(Long[]::new);
    Map<Long, E> found = new HashMap<>();
    for (int from = 0; from < keys.length; from += FetchStrategy.KEYS_PER_STATEMENT) {
      int to = Math.min(from + FetchStrategy.KEYS_PER_STATEMENT, keys.length);
      found.putAll(ask.apply(Arrays.copyOfRange(keys, from, to)));
    }
    return found;
  }

  /**
   * Puts one object for each actor into all casts that it is in, and returns the different actors.
   */
  private static Collection<Actor> unify(List<Movie> movies) {
    Map<Long, Actor> actors = new HashMap<>();
    for (Movie movie : movies) {
      Set<Actor> cast = new LinkedHashSet<>();
      boolean shared = false;
      for (Actor actor : movie.getActors()) {
        Actor first = actors.putIfAbsent(actor.getId(), actor);
        shared |= first != null;
        cast.add(first == null ? actor : first);
      }
      if (shared) {
        movie.setActors(cast);
      }
    }
    return actors.values();
  }

  private static void complete(Actor actor) {
    actor.setMovies(MOVIES_NOT_LOADED);
    for (ContactDetails details : actor.getContactDetails()) {
      details.setActor(actor);
    }
  }
}
