package dev.screentest.contract;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.Variant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A walk through everything that a store can do, for rules about what must hold all the time. */
final class Tour {

  private static final IdRange ALL = new IdRange(1, Long.MAX_VALUE);
  private static final LocalDate DAY = LocalDate.of(2010, 1, 1);

  private Tour() {}

  /** Returns every question that a unit of any kind answers, by name. */
  static Map<String, Consumer<UnitOfWork>> questions(Variant variant) {
    Map<String, Consumer<UnitOfWork>> steps = new LinkedHashMap<>();
    steps.put("findMovie", unit -> unit.findMovie(1));
    steps.put("findActor", unit -> unit.findActor(2));
    steps.put("findActorWithContactDetails", unit -> unit.findActorWithContactDetails(2));
    steps.put("findContactDetails", unit -> unit.findContactDetails(3));
    steps.put("findStuntman", unit -> unit.findStuntman(2));
    steps.put("allMovies", UnitOfWork::allMovies);
    steps.put("countMovies", UnitOfWork::countMovies);
    steps.put("existsMovieTitled", unit -> unit.existsMovieTitled("Furious 7"));
    steps.put("distinctTitles", UnitOfWork::distinctTitles);
    steps.put("moviesReleasedAfter", unit -> unit.moviesReleasedAfter(DAY));
    steps.put("firstMovieReleasedAfter", unit -> unit.firstMovieReleasedAfter(DAY));
    steps.put("moviesStarring", unit -> unit.moviesStarring("Dwayne Johnson"));
    steps.put("actorsLivingIn", unit -> unit.actorsLivingIn("Glendale"));
    steps.put(
        "searchMovies by nothing", unit -> unit.searchMovies(new MovieSearch(null, null, null)));
    steps.put(
        "searchMovies by all",
        unit -> unit.searchMovies(new MovieSearch("furious", DAY, "Dwayne Johnson")));
    for (MovieOrder order : MovieOrder.values()) {
      steps.put("moviesPage by " + order, unit -> unit.moviesPage(order, 1, 1));
    }
    steps.put("moviesPageAfter", unit -> unit.moviesPageAfter("A", 1, 2));
    steps.put("credits", unit -> unit.credits(ALL));
    steps.put("summaries", unit -> unit.summaries(ALL));
    steps.put("castLists", unit -> unit.castLists(ALL));
    steps.put("selectOne", UnitOfWork::selectOne);
    steps.put(
        "moviesWithCast JOINED",
        unit -> unit.moviesWithCast(ALL, FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED));
    if (variant.has(Capability.NESTED)) {
      steps.put(
          "moviesWithCast NESTED",
          unit -> unit.moviesWithCast(ALL, FetchDepth.CONTACT_DETAILS, FetchStrategy.NESTED));
    }
    return steps;
  }

  /** Walks through everything, in a store whose tables hold the tutorial's rows. */
  static void walk(MovieStore store, Variant variant) {
    for (UnitKind kind : UnitKind.values()) {
      questions(variant).forEach((name, step) -> run(store, kind, step));
      for (FetchStrategy strategy : List.of(FetchStrategy.BATCHED, FetchStrategy.N_PLUS_ONE)) {
        run(store, kind, unit -> unit.moviesWithCast(ALL, FetchDepth.CONTACT_DETAILS, strategy));
      }
    }
    if (variant.has(Capability.STREAM)) {
      run(store, UnitKind.READ, unit -> unit.streamMovies().forEach(movie -> {}));
      run(store, UnitKind.READ, unit -> unit.streamMovies().iterator().next());
    }
    run(
        store,
        UnitKind.WRITE,
        unit -> {
          // The connection is taken by now; the blocks of ids must come through the same one.
          unit.countMovies();
          unit.save(graph("first", variant));
        });
    for (InsertStrategy strategy : InsertStrategy.values()) {
      if (strategy != InsertStrategy.BULK || variant.has(Capability.BULK)) {
        run(
            store,
            UnitKind.WRITE,
            unit -> unit.saveAll(List.of(graph("a", variant), graph("b", variant)), strategy));
      }
    }
    run(store, UnitKind.WRITE, unit -> unit.save(graph("c", variant)));
    run(store, UnitKind.WRITE, unit -> change(unit, variant));
    if (variant.has(Capability.MERGE)) {
      Movie detached =
          store
              .read(
                  unit ->
                      unit.moviesWithCast(
                          IdRange.of(3), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED))
              .get(0);
      detached.addActor(new Actor("merged", null));
      detached.setTitle("merged");
      run(store, UnitKind.WRITE, unit -> unit.merge(detached));
    }
    run(store, UnitKind.WRITE, unit -> unit.delete(unit.findActor(1).orElseThrow()));
    run(store, UnitKind.WRITE, unit -> unit.delete(unit.findMovie(2).orElseThrow()));
    run(store, UnitKind.WRITE, unit -> unit.retitleMovie(3, "retitled"));
    run(store, UnitKind.WRITE, unit -> unit.retitleMovie(Long.MAX_VALUE, "nobody"));
    run(store, UnitKind.WRITE, unit -> unit.deactivateStuntmenOfActorsBornBefore(DAY));
    run(store, UnitKind.WRITE, unit -> unit.deleteMoviesReleasedBefore(DAY));
  }

  private static void change(UnitOfWork unit, Variant variant) {
    Movie movie =
        unit.moviesWithCast(IdRange.of(3), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED).get(0);
    movie.setTitle("changed");
    if (variant.has(Capability.CASCADE)) {
      Actor actor = movie.getActors().iterator().next();
      actor.removeContactDetails(actor.getContactDetails().iterator().next());
      actor.setStuntman(new Stuntman("replaced", true));
    }
    unit.save(movie);
  }

  private static Movie graph(String name, Variant variant) {
    Movie movie = new Movie(name, DAY);
    if (!variant.has(Capability.CASCADE)) {
      return movie;
    }
    Actor actor = new Actor(name, DAY);
    actor.setStuntman(new Stuntman(name, true));
    actor.addContactDetails(new ContactDetails(name, name));
    movie.addActor(actor);
    return movie;
  }

  private static void run(MovieStore store, UnitKind kind, Consumer<UnitOfWork> step) {
    store.inUnit(
        kind,
        unit -> {
          step.accept(unit);
          return kind;
        });
  }
}
