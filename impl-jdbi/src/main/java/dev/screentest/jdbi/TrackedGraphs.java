package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import dev.screentest.domain.spi.StoredGraphs;
import dev.screentest.domain.spi.Tracker;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads what a merge writes over, each graph by one statement, and has it tracked. */
final class TrackedGraphs implements StoredGraphs {

  private final Daos daos;
  private final Tracker tracker;

  TrackedGraphs(Daos daos, Tracker tracker) {
    this.daos = daos;
    this.tracker = tracker;
  }

  @Override
  public Optional<Movie> movie(long id) {
    return tracked(daos.movies().find(id));
  }

  @Override
  public Optional<Movie> movieWithCast(long id) {
    return tracked(daos.graphs().movieWithCastAndContactDetails(id));
  }

  @Override
  public Optional<Actor> actor(long id) {
    return tracked(daos.graphs().actorWithContactDetails(id));
  }

  @Override
  public List<Actor> actors(Collection<Long> ids) {
    List<Actor> actors = daos.graphs().actorsWithContactDetails(List.copyOf(ids));
    tracker.track(actors);
    return actors;
  }

  private <E> Optional<E> tracked(Optional<E> found) {
    found.ifPresent(tracker::track);
    return found;
  }
}
