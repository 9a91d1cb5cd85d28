package dev.screentest.contract;

import static java.util.Objects.requireNonNull;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.Variant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One group of rules, and the words in which its tests are written. */
abstract class Rules {

  private final Stage stage;
  private long lastGivenId;

  Rules(Stage stage) {
    this.stage = stage;
  }

  /** Returns the store under test. */
  final MovieStore store() {
    return stage.store();
  }

  final MovieStoreProvider provider() {
    return stage.provider();
  }

  final Variant variant() {
    return stage.variant();
  }

  final boolean has(Capability capability) {
    return stage.variant().has(capability);
  }

  final Server server() {
    return stage.server();
  }

  /** Has the witness insert rows, parents first. */
  final void given(Row... rows) {
    stage.witness().insert(List.of(rows));
  }

  /** Has the witness insert rows, parents first. */
  final void given(List<? extends Row> rows) {
    stage.witness().insert(rows);
  }

  /** Returns all rows that the witness sees. */
  final List<Row> rows() {
    return stage.witness().rows();
  }

  /** Returns the rows of one table that the witness sees. */
  final <R extends Row> List<R> rows(Class<R> table) {
    return rows().stream().filter(table::isInstance).map(table::cast).toList();
  }

  /**
   * Saves a movie with its whole graph. Where the variant lacks CASCADE, movies and actors are
   * saved one by one, and the witness inserts the rest.
   */
  final void saveGraph(Movie movie) {
    if (has(Capability.CASCADE)) {
      inWrite(unit -> unit.save(movie));
      return;
    }
    Movie alone = new Movie(movie.getTitle(), movie.getReleaseDate());
    inWrite(unit -> unit.save(alone));
    movie.setId(alone.getId());
    for (Actor actor : movie.getActors()) {
      Actor solitary = new Actor(actor.getName(), actor.getBirthday());
      inWrite(unit -> unit.save(solitary));
      actor.setId(solitary.getId());
      given(new Row.RoleRow(id(movie), id(actor)));
      Stuntman stuntman = actor.getStuntman();
      if (stuntman != null) {
        stuntman.setId(++lastGivenId);
        given(Row.stuntman(lastGivenId, stuntman.getName(), stuntman.isActive(), id(actor)));
      }
      for (ContactDetails details : actor.getContactDetails()) {
        details.setId(++lastGivenId);
        given(Row.contact(lastGivenId, details.getPhoneNumber(), details.getAddress(), id(actor)));
      }
    }
  }

  /** Runs work without a result in a transaction. */
  final void inWrite(Consumer<UnitOfWork> work) {
    inUnit(UnitKind.WRITE, work);
  }

  /** Runs work without a result in a read-only transaction. */
  final void inRead(Consumer<UnitOfWork> work) {
    inUnit(UnitKind.READ, work);
  }

  /** Runs work without a result in a unit of the given kind. */
  final void inUnit(UnitKind kind, Consumer<UnitOfWork> work) {
    store()
        .inUnit(
            kind,
            unit -> {
              work.accept(unit);
              return kind;
            });
  }

  /** Returns the fetch strategies that the variant has. */
  final List<FetchStrategy> fetchStrategies() {
    return Stream.of(FetchStrategy.values())
        .filter(strategy -> strategy != FetchStrategy.NESTED || has(Capability.NESTED))
        .toList();
  }

  /** Returns the insert strategies that the variant has. */
  final List<InsertStrategy> insertStrategies() {
    return Stream.of(InsertStrategy.values())
        .filter(strategy -> strategy != InsertStrategy.BULK || has(Capability.BULK))
        .toList();
  }

  static long id(Movie movie) {
    return requireNonNull(movie.getId(), () -> movie + " has no id");
  }

  static long id(Actor actor) {
    return requireNonNull(actor.getId(), () -> actor + " has no id");
  }

  static long id(Stuntman stuntman) {
    return requireNonNull(stuntman.getId(), () -> stuntman + " has no id");
  }

  static long id(ContactDetails details) {
    return requireNonNull(details.getId(), () -> details + " have no id");
  }
}
