package dev.screentest.hibernate;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.Movie;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches casts, and the contact details in them, by queries for some keys at a time.
 *
 * <p>{@link org.hibernate.StatelessSession#fetch} would make an object of an actor for each movie,
 * and ask for the actor of contact details once more: a stateless session remembers nothing from
 * one call to the next. So what was found is put together here.
 */
final class QueriedCasts {

  private final HqlUnit unit;
  private final int keysPerStatement;
  private final Map<Long, Actor> actors = new LinkedHashMap<>();

  QueriedCasts(HqlUnit unit, int keysPerStatement) {
    this.unit = unit;
    this.keysPerStatement = keysPerStatement;
  }

  /** Fetches what belongs to movies, and returns them. */
  List<Movie> fetch(List<Movie> movies, FetchDepth depth) {
    if (depth != FetchDepth.MOVIES) {
      fetchCasts(movies);
    }
    if (depth == FetchDepth.CONTACT_DETAILS) {
      fetchContactDetails();
    }
    return movies;
  }

  private void fetchCasts(List<Movie> movies) {
    Map<Long, Movie> byId = new LinkedHashMap<>();
    for (Movie movie : movies) {
      movie.setActors(new LinkedHashSet<>());
      byId.put(id(movie.getId()), movie);
    }
    inPortions(
        byId.keySet(),
        ids ->
            unit.select(
                    """
                    select m.id, a from Movie m join m.actors a left join fetch a.stuntman
                    where m.id in :ids order by m.id, a.id
                    """,
                    Object[].class)
                .setParameterList("ids", ids)
                .getResultList()
                .forEach(row -> add((Actor) row[1], found(byId, (Long) row[0]))));
  }

  /** Adds an actor to a cast; one that came with another movie before is that object. */
  private void add(Actor actor, Movie movie) {
    Actor first = actors.putIfAbsent(id(actor.getId()), actor);
    movie.getActors().add(first == null ? actor : first);
  }

  private void fetchContactDetails() {
    for (Actor actor : actors.values()) {
      actor.setContactDetails(new LinkedHashSet<>());
    }
    inPortions(
        actors.keySet(),
        ids ->
            unit.select(
                    """
                    select d.actor.id, d.id, d.phoneNumber, d.address from ContactDetails d
                    where d.actor.id in :ids order by d.actor.id, d.id
                    """,
                    DetailsRow.class)
                .setParameterList("ids", ids)
                .getResultList()
                .forEach(row -> found(actors, row.actorId).addContactDetails(row.toDetails())));
  }

  private void inPortions(Collection<Long> keys, Consumer<List<Long>> query) {
    List<Long> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += keysPerStatement) {
      query.accept(all.subList(from, Math.min(from + keysPerStatement, all.size())));
    }
  }

  private static <E> E found(Map<Long, E> byId, Long id) {
    E found = byId.get(id);
    if (found == null) {
      throw new IllegalStateException("a row of " + id + ", which was not asked for");
    }
    return found;
  }

  private static long id(@Nullable Long id) {
    if (id == null) {
      throw new IllegalStateException("an object that was read has no id");
    }
    return id;
  }

  /** Contact details without their actor, who is there already. */
  record DetailsRow(long actorId, long id, String phoneNumber, String address) {

    ContactDetails toDetails() {
      ContactDetails details = new ContactDetails(phoneNumber, address);
      details.setId(id);
      return details;
    }
  }
}
