package dev.screentest.contract;

import dev.screentest.contract.Row.MovieRow;
import dev.screentest.contract.Row.RoleRow;
import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.CastList;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.MovieSummary;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.GraphMerge;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.StoredGraphs;
import dev.screentest.domain.spi.Table;
import dev.screentest.domain.spi.Tracker;
import dev.screentest.domain.spi.UnitSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contract without a database, as plainly as it can be said: what is committed, then the unit's
 * own changes. Not final, so that a sabotaged store can do one thing otherwise.
 */
class MemorySession implements UnitSession {

  /** Order of code points: UTF-16 puts what lies beyond the first plane before its last block. */
  static final Comparator<String> CODE_POINTS =
      (a, b) -> {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return Arrays.compare(left, right);
      };

  private static final Comparator<MovieRow> BY_TITLE =
      Comparator.comparing(MovieRow::title, CODE_POINTS).thenComparingLong(MovieRow::id);

  private static final Comparator<MovieRow> BY_DATE =
      Comparator.comparing(
              MovieRow::releaseDate, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparingLong(MovieRow::id);

  private final MemoryDatabase database;
  private final Variant variant;
  private final IdBlocks ids;
  private final UnitKind kind;
  private final Tracker tracker = new Tracker();
  private final List<Consumer<MemoryTables>> changes = new ArrayList<>();
  private MemoryTables base = new MemoryTables();
  private MemoryTables view = base;

  MemorySession(MemoryDatabase database, Variant variant, IdBlocks ids, UnitKind kind) {
    this.database = database;
    this.variant = variant;
    this.ids = ids;
    this.kind = kind;
  }

  /** Returns what this unit sees: READ COMMITTED, and its own changes. */
  MemoryTables view() {
    MemoryTables committed = database.committed();
    if (committed != base) {
      MemoryTables tables = committed.copy();
      changes.forEach(change -> change.accept(tables));
      base = committed;
      view = tables;
    }
    return view;
  }

  /** Makes a change, which must be possible now and again when the unit commits. */
  final void change(Consumer<MemoryTables> change) {
    change.accept(view());
    changes.add(change);
  }

  final boolean isWriting() {
    return kind == UnitKind.WRITE;
  }

  final <E> List<E> track(List<E> entities) {
    if (isWriting()) {
      tracker.track(entities);
    }
    return entities;
  }

  private <E> Optional<E> track(Optional<E> entity) {
    return track(entity.stream().toList()).stream().findFirst();
  }

  final List<Movie> movies(Stream<MovieRow> rows) {
    MemoryGraphs graphs = new MemoryGraphs(view(), false);
    return track(rows.map(row -> graphs.movie(row, FetchDepth.MOVIES)).toList());
  }

  @Override
  public void save(Movie movie) {
    saveGraph(List.of(movie));
  }

  @Override
  public void save(Actor actor) {
    saveGraph(List.of(actor));
  }

  @Override
  public void save(ContactDetails details) {
    saveGraph(List.of(details));
  }

  @Override
  public void save(Stuntman stuntman) {
    saveGraph(List.of(stuntman));
  }

  @Override
  public void saveAll(Collection<Movie> movies, InsertStrategy strategy) {
    saveGraph(movies);
  }

  private void saveGraph(Collection<?> roots) {
    SavePlan plan = tracker.plan(roots);
    requireCascade(plan);
    write(plan);
    tracker.saved(plan);
  }

  private void requireCascade(SavePlan plan) {
    String reason = variant.missing().get(Capability.CASCADE);
    boolean onlyMovies =
        plan.newActors().isEmpty()
            && plan.newStuntmen().isEmpty()
            && plan.newContactDetails().isEmpty();
    boolean onlyOneActor =
        plan.newMovies().isEmpty()
            && plan.newActors().size() == 1
            && plan.newStuntmen().isEmpty()
            && plan.newContactDetails().isEmpty();
    if (reason != null && !onlyMovies && !onlyOneActor) {
      throw new UnsupportedCapabilityException(Capability.CASCADE, reason);
    }
  }

  /** Writes a plan in the order that its Javadoc gives. */
  void write(SavePlan plan) {
    for (Stuntman stuntman : plan.orphanedStuntmen()) {
      long id = Rules.id(stuntman);
      change(tables -> requireFound("save", tables.stuntmen.remove(id) != null, stuntman));
    }
    for (ContactDetails details : plan.orphanedContactDetails()) {
      long id = Rules.id(details);
      change(tables -> requireFound("save", tables.contacts.remove(id) != null, details));
    }
    plan.assignIds(ids, this::nextValue);
    insert(plan.newActors().stream().map(MemorySession::row));
    insert(plan.newMovies().stream().map(MemorySession::row));
    update(plan.changedActors().stream().map(MemorySession::row));
    update(plan.changedMovies().stream().map(MemorySession::row));
    update(plan.changedStuntmen().stream().map(MemorySession::row));
    update(plan.changedContactDetails().stream().map(MemorySession::row));
    insert(plan.newStuntmen().stream().map(MemorySession::row));
    insert(plan.newContactDetails().stream().map(MemorySession::row));
    for (SavePlan.Role lost : plan.lostRoles()) {
      RoleRow row = row(lost);
      change(tables -> requireFound("save", tables.deleteRole(row), row));
    }
    insert(plan.newRoles().stream().map(MemorySession::row));
  }

  long nextValue(Table table) {
    return database.nextValue(table);
  }

  private void insert(Stream<? extends Row> rows) {
    List<? extends Row> inserted = rows.toList();
    change(tables -> inserted.forEach(tables::insert));
  }

  private void update(Stream<? extends Row> rows) {
    List<? extends Row> updated = rows.toList();
    change(
        tables -> {
          for (Row row : updated) {
            requireFound("save", tables.update(row), row);
          }
        });
  }

  private static Row row(Movie movie) {
    return Row.movie(Rules.id(movie), movie.getTitle(), movie.getReleaseDate());
  }

  private static Row row(Actor actor) {
    return Row.actor(Rules.id(actor), actor.getName(), actor.getBirthday());
  }

  private static Row row(Stuntman stuntman) {
    return Row.stuntman(
        Rules.id(stuntman),
        stuntman.getName(),
        stuntman.isActive(),
        Rules.id(SavePlan.actorOf(stuntman)));
  }

  private static Row row(ContactDetails details) {
    return Row.contact(
        Rules.id(details),
        details.getPhoneNumber(),
        details.getAddress(),
        Rules.id(SavePlan.actorOf(details)));
  }

  private static RoleRow row(SavePlan.Role role) {
    return new RoleRow(Rules.id(role.movie()), Rules.id(role.actor()));
  }

  @Override
  public Movie merge(Movie detached) {
    Movie copy = GraphMerge.merge(detached, stored());
    save(copy);
    return copy;
  }

  @Override
  public Actor merge(Actor detached) {
    Actor copy = GraphMerge.merge(detached, stored());
    save(copy);
    return copy;
  }

  private StoredGraphs stored() {
    return new StoredGraphs() {
      @Override
      public Optional<Movie> movie(long id) {
        return findMovie(id);
      }

      @Override
      public Optional<Movie> movieWithCast(long id) {
        return graphs(IdRange.of(id), FetchDepth.CONTACT_DETAILS).stream().findFirst();
      }

      @Override
      public List<Actor> actors(Collection<Long> ids) {
        return MemorySession.this.actors(ids, true);
      }
    };
  }

  @Override
  public void delete(Movie movie) {
    tracker.requireTracked("delete", movie);
    long id = Rules.id(movie);
    change(tables -> requireFound("delete", tables.deleteMovie(id), movie));
    tracker.forget(movie);
  }

  @Override
  public void delete(Actor actor) {
    tracker.requireTracked("delete", actor);
    long id = Rules.id(actor);
    change(tables -> requireFound("delete", tables.deleteActor(id), actor));
    tracker.forget(actor);
  }

  private static void requireFound(String operation, boolean found, Object row) {
    if (!found) {
      throw new NotFoundException(operation + ": the row has gone: " + row);
    }
  }

  @Override
  public Optional<Movie> findMovie(long id) {
    return movies(Optional.ofNullable(view().movies.get(id)).stream()).stream().findFirst();
  }

  @Override
  public Optional<Actor> findActor(long id) {
    return actors(List.of(id), false).stream().findFirst();
  }

  @Override
  public Optional<Actor> findActorWithContactDetails(long id) {
    return actors(List.of(id), true).stream().findFirst();
  }

  private List<Actor> actors(Collection<Long> ids, boolean withContacts) {
    MemoryTables tables = view();
    MemoryGraphs graphs = new MemoryGraphs(tables, withContacts);
    return track(ids.stream().filter(tables.actors::containsKey).map(graphs::actor).toList());
  }

  @Override
  public Optional<ContactDetails> findContactDetails(long id) {
    MemoryTables tables = view();
    return track(
        Optional.ofNullable(tables.contacts.get(id))
            .map(
                row -> {
                  ContactDetails details = MemoryGraphs.details(row);
                  details.setActor(new MemoryGraphs(tables, false).actor(row.actorId()));
                  return details;
                }));
  }

  @Override
  public Optional<Stuntman> findStuntman(long id) {
    MemoryTables tables = view();
    return track(
        Optional.ofNullable(tables.stuntmen.get(id))
            .flatMap(
                row ->
                    Optional.ofNullable(
                        new MemoryGraphs(tables, false).actor(row.actorId()).getStuntman())));
  }

  @Override
  public List<Movie> allMovies() {
    return movies(view().movies.values().stream());
  }

  @Override
  public long countMovies() {
    return view().movies.size();
  }

  @Override
  public boolean existsMovieTitled(String title) {
    return view().movies.values().stream().anyMatch(row -> row.title().equals(title));
  }

  @Override
  public List<String> distinctTitles() {
    return view().movies.values().stream()
        .map(MovieRow::title)
        .distinct()
        .sorted(CODE_POINTS)
        .toList();
  }

  private Stream<MovieRow> releasedAfter(LocalDate day) {
    return view().movies.values().stream().filter(row -> after(row.releaseDate(), day));
  }

  private static boolean after(@Nullable LocalDate date, LocalDate day) {
    return date != null && date.isAfter(day);
  }

  private static boolean before(@Nullable LocalDate date, LocalDate day) {
    return date != null && date.isBefore(day);
  }

  @Override
  public List<Movie> moviesReleasedAfter(LocalDate day) {
    return movies(releasedAfter(day));
  }

  @Override
  public Optional<Movie> firstMovieReleasedAfter(LocalDate day) {
    return movies(releasedAfter(day).sorted(BY_DATE).limit(1)).stream().findFirst();
  }

  @Override
  public List<Movie> moviesStarring(String actorName) {
    MemoryTables tables = view();
    return movies(
        tables.movies.values().stream()
            .filter(
                row -> actorsOf(tables, row).anyMatch(actor -> actor.name().equals(actorName))));
  }

  static Stream<Row.ActorRow> actorsOf(MemoryTables tables, MovieRow movie) {
    return tables.roles.stream()
        .filter(role -> role.movieId() == movie.id())
        .map(role -> Objects.requireNonNull(tables.actors.get(role.actorId())));
  }

  @Override
  public List<Actor> actorsLivingIn(String addressFragment) {
    String wanted = addressFragment.toLowerCase(Locale.ROOT);
    return actorsWhere(address -> address.toLowerCase(Locale.ROOT).contains(wanted));
  }

  final List<Actor> actorsWhere(Predicate<String> address) {
    return actors(
        view().contacts.values().stream()
            .filter(contact -> address.test(contact.address()))
            .map(Row.ContactRow::actorId)
            .distinct()
            .sorted()
            .toList(),
        false);
  }

  @Override
  public List<Movie> searchMovies(MovieSearch search) {
    MemoryTables tables = view();
    return movies(tables.movies.values().stream().filter(row -> fits(tables, row, search)));
  }

  private static boolean fits(MemoryTables tables, MovieRow row, MovieSearch search) {
    String fragment = search.titleFragment();
    LocalDate day = search.releasedAfter();
    String name = search.actorName();
    return (fragment == null
            || row.title().toLowerCase(Locale.ROOT).contains(fragment.toLowerCase(Locale.ROOT)))
        && (day == null || after(row.releaseDate(), day))
        && (name == null || actorsOf(tables, row).anyMatch(actor -> actor.name().equals(name)));
  }

  @Override
  public List<Movie> moviesPage(MovieOrder order, long offset, int limit) {
    Stream<MovieRow> rows = view().movies.values().stream();
    Stream<MovieRow> ordered =
        switch (order) {
          case ID -> rows;
          case TITLE -> rows.sorted(BY_TITLE);
          case RELEASE_DATE -> rows.sorted(BY_DATE);
        };
    return movies(ordered.skip(offset).limit(limit));
  }

  @Override
  public List<Movie> moviesPageAfter(String title, long id, int limit) {
    MovieRow key = new MovieRow(id, title, null);
    return movies(
        view().movies.values().stream()
            .filter(row -> BY_TITLE.compare(row, key) > 0)
            .sorted(BY_TITLE)
            .limit(limit));
  }

  @Override
  public List<Movie> moviesWithCast(IdRange ids, FetchDepth depth, FetchStrategy strategy) {
    return graphs(ids, depth);
  }

  private List<Movie> graphs(IdRange ids, FetchDepth depth) {
    MemoryTables tables = view();
    MemoryGraphs graphs = new MemoryGraphs(tables, depth == FetchDepth.CONTACT_DETAILS);
    return track(inRange(tables, ids).map(row -> graphs.movie(row, depth)).toList());
  }

  private static Stream<MovieRow> inRange(MemoryTables tables, IdRange ids) {
    return tables.movies.subMap(ids.first(), true, ids.last(), true).values().stream();
  }

  @Override
  public List<MovieCredit> credits(IdRange movieIds) {
    MemoryTables tables = view();
    return inRange(tables, movieIds)
        .flatMap(
            movie ->
                actorsOf(tables, movie).map(actor -> new MovieCredit(movie.title(), actor.name())))
        .toList();
  }

  @Override
  public List<MovieSummary> summaries(IdRange movieIds) {
    MemoryTables tables = view();
    return inRange(tables, movieIds)
        .map(
            movie ->
                new MovieSummary(
                    movie.id(),
                    movie.title(),
                    movie.releaseDate(),
                    actorsOf(tables, movie).count()))
        .toList();
  }

  @Override
  public List<CastList> castLists(IdRange movieIds) {
    MemoryTables tables = view();
    return inRange(tables, movieIds)
        .map(
            movie ->
                new CastList(
                    movie.id(),
                    movie.title(),
                    actorsOf(tables, movie)
                        .map(actor -> new CastList.Member(actor.id(), actor.name()))
                        .toList()))
        .toList();
  }

  @Override
  public Stream<Movie> streamMovies() {
    return view().movies.values().stream()
        .map(row -> new Movie(row.id(), row.title(), row.releaseDate()));
  }

  @Override
  public boolean retitleMovie(long id, String title) {
    MovieRow row = view().movies.get(id);
    if (row == null) {
      return false;
    }
    update(Stream.of(Row.movie(id, title, row.releaseDate())));
    return true;
  }

  @Override
  public int deactivateStuntmenOfActorsBornBefore(LocalDate day) {
    MemoryTables tables = view();
    List<Row> rows =
        tables.stuntmen.values().stream()
            .filter(Row.StuntmanRow::active)
            .filter(
                row ->
                    before(
                        Objects.requireNonNull(tables.actors.get(row.actorId())).birthday(), day))
            .map(row -> Row.stuntman(row.id(), row.name(), false, row.actorId()))
            .toList();
    update(rows.stream());
    return rows.size();
  }

  @Override
  public int deleteMoviesReleasedBefore(LocalDate day) {
    List<Long> deleted =
        view().movies.values().stream()
            .filter(row -> before(row.releaseDate(), day))
            .map(MovieRow::id)
            .toList();
    change(tables -> deleted.forEach(tables::deleteMovie));
    return deleted.size();
  }

  @Override
  public int selectOne() {
    return 1;
  }

  @Override
  public void flush() {
    view();
  }

  @Override
  public void commit() {
    database.commit(changes);
  }

  @Override
  public void rollback() {
    changes.clear();
  }

  @Override
  public void close() {}
}
