package dev.screentest.mybatis;

import static java.util.Objects.requireNonNull;

import dev.screentest.domain.Actor;
import dev.screentest.domain.CastList;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.mybatis.CastMapper.CastListRow;
import dev.screentest.mybatis.CastRowMapper.ContactRow;
import dev.screentest.mybatis.CastRowMapper.RoleRow;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads joins and levels row by row, each row handed over by MyBatis and linked here; everything
 * else as {@link CastReader} does.
 */
final class RowGraphReader implements GraphReader {

  private final Mappers mappers;
  private final CastReader others;

  RowGraphReader(Mappers mappers) {
    this.mappers = mappers;
    this.others = new CastReader(mappers);
  }

  @Override
  public Optional<Actor> actor(long id) {
    return others.actor(id);
  }

  @Override
  public List<Actor> actors(Collection<Long> ids) {
    return others.actors(ids);
  }

  @Override
  public Optional<Movie> movie(long id) {
    JoinedGraph graph = new JoinedGraph(true);
    rows().joinAllOfOne(id, row -> graph.add(row.getResultObject()));
    return graph.movies().stream().findFirst();
  }

  @Override
  public List<Movie> movies(IdRange ids, FetchDepth depth, FetchStrategy strategy) {
    if (depth == FetchDepth.MOVIES) {
      return others.movies(ids, depth, strategy);
    }
    return switch (strategy) {
      case JOINED -> joined(ids, depth);
      case BATCHED -> batched(ids, depth);
      case N_PLUS_ONE, NESTED -> others.movies(ids, depth, strategy);
    };
  }

  private List<Movie> joined(IdRange ids, FetchDepth depth) {
    if (depth == FetchDepth.CONTACT_DETAILS) {
      JoinedGraph graph = new JoinedGraph(true);
      rows().joinAll(ids, row -> graph.add(row.getResultObject()));
      return graph.movies();
    }
    JoinedGraph graph = new JoinedGraph(false);
    rows().joinActors(ids, row -> graph.add(row.getResultObject()));
    return graph.movies();
  }

  private List<Movie> batched(IdRange ids, FetchDepth depth) {
    List<Movie> movies = mappers.movies().inRange(ids);
    Map<Long, Movie> moviesById = new HashMap<>();
    for (Movie movie : movies) {
      movie.setActors(new LinkedHashSet<>());
      moviesById.put(movie.getId(), movie);
    }
    Map<Long, Actor> actorsById = new HashMap<>();
    inBatches(
        moviesById.keySet(),
        keys ->
            rows()
                .casts(
                    keys,
                    row -> {
                      RoleRow role = row.getResultObject();
                      Actor actor = actorsById.computeIfAbsent(role.actorId(), id -> role.actor());
                      requireNonNull(moviesById.get(role.movieId())).getActors().add(actor);
                    }));
    if (depth == FetchDepth.CONTACT_DETAILS) {
      actorsById.values().forEach(actor -> actor.setContactDetails(new LinkedHashSet<>()));
      inBatches(
          actorsById.keySet(),
          keys ->
              rows()
                  .contacts(
                      keys,
                      row -> {
                        ContactRow contact = row.getResultObject();
                        requireNonNull(actorsById.get(contact.actorId()))
                            .addContactDetails(contact.contactDetails());
                      }));
    }
    return movies;
  }

  @Override
  public List<CastList> castLists(IdRange movieIds) {
    CastLists lists = new CastLists();
    rows().castLists(movieIds, row -> lists.add(row.getResultObject()));
    return lists.rows().stream().map(CastListRow::complete).toList();
  }

  private CastRowMapper rows() {
    return mappers.session().getMapper(CastRowMapper.class);
  }

  /** Asks for the relations of many owners, in statements of so many keys each. */
  private static void inBatches(Collection<Long> owners, Consumer<Long[]> ask) {
    Long[] keys = owners.toArray(Long[]::new);
    for (int from = 0; from < keys.length; from += FetchStrategy.KEYS_PER_STATEMENT) {
      int to = Math.min(from + FetchStrategy.KEYS_PER_STATEMENT, keys.length);
      ask.accept(Arrays.copyOfRange(keys, from, to));
    }
  }
}
