package dev.screentest.contract;

import dev.screentest.domain.Actor;
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
import dev.screentest.domain.spi.GraphMerge;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.LikePattern;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.StoredGraphs;
import dev.screentest.domain.spi.Table;
import dev.screentest.domain.spi.Tracker;
import dev.screentest.domain.spi.UnitSession;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The contract in plain JDBC, no faster than it must be: for sabotages whose witness is a server.
 * Not final, so that a sabotaged store can do one thing otherwise.
 */
class PlainJdbcSession implements UnitSession {

  private static final String SELECT_MOVIES = "select " + PlainGraphs.MOVIE + " from movies m ";
  private static final String SELECT_ACTORS =
      "select " + PlainGraphs.ACTOR + " from actors a left join stuntmen s on s.actor_id = a.id ";

  private final PlainSql sql;
  private final IdBlocks ids;
  private final boolean writing;
  private final Tracker tracker = new Tracker();

  PlainJdbcSession(PlainSql sql, IdBlocks ids, UnitKind kind) {
    this.sql = sql;
    this.ids = ids;
    this.writing = kind == UnitKind.WRITE;
  }

  final PlainSql sql() {
    return sql;
  }

  final <E> List<E> track(List<E> entities) {
    if (writing) {
      tracker.track(entities);
    }
    return entities;
  }

  final List<Movie> movies(String clause, Object... parameters) {
    return track(sql.list(SELECT_MOVIES + clause, PlainGraphs::movie, parameters));
  }

  private List<Actor> actors(String clause, Object... parameters) {
    PlainGraphs graphs = new PlainGraphs(sql);
    return track(sql.list(SELECT_ACTORS + clause, row -> graphs.actor(row, 1), parameters));
  }

  private static <E> Optional<E> first(List<E> list) {
    return list.stream().findFirst();
  }

  @Override
  public void save(Movie movie) {
    save(List.of(movie), InsertStrategy.BATCH_SIZE);
  }

  @Override
  public void save(Actor actor) {
    save(List.of(actor), InsertStrategy.BATCH_SIZE);
  }

  @Override
  public void save(ContactDetails details) {
    save(List.of(details), InsertStrategy.BATCH_SIZE);
  }

  @Override
  public void save(Stuntman stuntman) {
    save(List.of(stuntman), InsertStrategy.BATCH_SIZE);
  }

  @Override
  public void saveAll(Collection<Movie> movies, InsertStrategy strategy) {
    save(movies, strategy == InsertStrategy.ROW_BY_ROW ? 1 : InsertStrategy.BATCH_SIZE);
  }

  private void save(Collection<?> roots, int batch) {
    SavePlan plan = tracker.plan(roots);
    write(plan, batch);
    tracker.saved(plan);
  }

  /** Writes a plan in the order that its Javadoc gives. */
  private void write(SavePlan plan, int batch) {
    send(
        "delete from stuntmen where id = ?",
        plan.orphanedStuntmen(),
        stuntman -> values(stuntman.getId()),
        batch);
    send(
        "delete from contact_details where id = ?",
        plan.orphanedContactDetails(),
        details -> values(details.getId()),
        batch);
    plan.assignIds(ids, this::nextValue);
    send(
        "insert into actors (name, birthday, id) values (?, ?, ?)",
        plan.newActors(),
        PlainJdbcSession::values,
        batch);
    send(
        "insert into movies (title, release_date, id) values (?, ?, ?)",
        plan.newMovies(),
        PlainJdbcSession::values,
        batch);
    send(
        "update actors set name = ?, birthday = ? where id = ?",
        plan.changedActors(),
        PlainJdbcSession::values,
        batch);
    send(
        "update movies set title = ?, release_date = ? where id = ?",
        plan.changedMovies(),
        PlainJdbcSession::values,
        batch);
    send(
        "update stuntmen set name = ?, active = ?, actor_id = ? where id = ?",
        plan.changedStuntmen(),
        PlainJdbcSession::values,
        batch);
    send(
        "update contact_details set phone_number = ?, address = ?, actor_id = ? where id = ?",
        plan.changedContactDetails(),
        PlainJdbcSession::values,
        batch);
    send(
        "insert into stuntmen (name, active, actor_id, id) values (?, ?, ?, ?)",
        plan.newStuntmen(),
        PlainJdbcSession::values,
        batch);
    send(
        "insert into contact_details (phone_number, address, actor_id, id) values (?, ?, ?, ?)",
        plan.newContactDetails(),
        PlainJdbcSession::values,
        batch);
    send(
        "delete from movies_actors where movie_id = ? and actor_id = ?",
        plan.lostRoles(),
        PlainJdbcSession::values,
        batch);
    send(
        "insert into movies_actors (movie_id, actor_id) values (?, ?)",
        plan.newRoles(),
        PlainJdbcSession::values,
        batch);
  }

  private <E> void send(
      String statement, List<E> entities, Function<E, @Nullable Object[]> values, int batch) {
    sql.batch(statement, entities.stream().map(values).toList(), batch);
  }

  private static @Nullable Object[] values(@Nullable Object... values) {
    return values;
  }

  private static @Nullable Object[] values(Movie movie) {
    return values(movie.getTitle(), movie.getReleaseDate(), movie.getId());
  }

  private static @Nullable Object[] values(Actor actor) {
    return values(actor.getName(), actor.getBirthday(), actor.getId());
  }

  private static @Nullable Object[] values(Stuntman stuntman) {
    return values(
        stuntman.getName(),
        stuntman.isActive(),
        SavePlan.actorOf(stuntman).getId(),
        stuntman.getId());
  }

  private static @Nullable Object[] values(ContactDetails details) {
    return values(
        details.getPhoneNumber(),
        details.getAddress(),
        SavePlan.actorOf(details).getId(),
        details.getId());
  }

  private static @Nullable Object[] values(SavePlan.Role role) {
    return values(role.movie().getId(), role.actor().getId());
  }

  long nextValue(Table table) {
    return number("select nextval('" + table.sequence() + "')");
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
        return first(
            moviesWithCast(IdRange.of(id), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED));
      }

      @Override
      public List<Actor> actors(Collection<Long> wanted) {
        return track(new PlainGraphs(sql).actorsWithContacts(wanted));
      }
    };
  }

  @Override
  public void delete(Movie movie) {
    tracker.requireTracked("delete", movie);
    sql.update("delete from movies_actors where movie_id = ?", Rules.id(movie));
    requireOne(sql.update("delete from movies where id = ?", Rules.id(movie)), movie);
    tracker.forget(movie);
  }

  @Override
  public void delete(Actor actor) {
    tracker.requireTracked("delete", actor);
    long id = Rules.id(actor);
    for (String table : List.of("movies_actors", "stuntmen", "contact_details")) {
      sql.update("delete from " + table + " where actor_id = ?", id);
    }
    requireOne(sql.update("delete from actors where id = ?", id), actor);
    tracker.forget(actor);
  }

  private static void requireOne(int deleted, Object entity) {
    if (deleted != 1) {
      throw new NotFoundException("delete: the row has gone: " + entity);
    }
  }

  @Override
  public Optional<Movie> findMovie(long id) {
    return first(movies("where m.id = ?", id));
  }

  @Override
  public Optional<Actor> findActor(long id) {
    return first(actors("where a.id = ?", id));
  }

  @Override
  public Optional<Actor> findActorWithContactDetails(long id) {
    return first(track(new PlainGraphs(sql).actorsWithContacts(List.of(id))));
  }

  @Override
  public Optional<ContactDetails> findContactDetails(long id) {
    PlainGraphs graphs = new PlainGraphs(sql);
    return first(
        track(
            sql.list(
                "select "
                    + PlainGraphs.CONTACT
                    + ", "
                    + PlainGraphs.ACTOR
                    + " from contact_details c join actors a on a.id = c.actor_id"
                    + " left join stuntmen s on s.actor_id = a.id where c.id = ?",
                row -> {
                  ContactDetails details = PlainGraphs.details(row, 1);
                  details.setActor(graphs.actor(row, 4));
                  return details;
                },
                id)));
  }

  @Override
  public Optional<Stuntman> findStuntman(long id) {
    return first(actors("where s.id = ?", id)).flatMap(a -> Optional.ofNullable(a.getStuntman()));
  }

  @Override
  public List<Movie> allMovies() {
    return movies("order by m.id");
  }

  private long number(String query, Object... parameters) {
    return sql.list(query, row -> row.getLong(1), parameters).get(0);
  }

  @Override
  public long countMovies() {
    return number("select count(*) from movies");
  }

  @Override
  public boolean existsMovieTitled(String title) {
    return sql.list(
            "select exists (select from movies where title = ?)", row -> row.getBoolean(1), title)
        .get(0);
  }

  @Override
  public List<String> distinctTitles() {
    return sql.list(
        "select distinct title collate \"C\" from movies order by 1", row -> row.getString(1));
  }

  @Override
  public List<Movie> moviesReleasedAfter(LocalDate day) {
    return movies("where m.release_date > ? order by m.id", day);
  }

  @Override
  public Optional<Movie> firstMovieReleasedAfter(LocalDate day) {
    return first(movies("where m.release_date > ? order by m.release_date, m.id limit 1", day));
  }

  @Override
  public List<Movie> moviesStarring(String actorName) {
    return movies(
        "where m.id in (select ma.movie_id from movies_actors ma"
            + " join actors a on a.id = ma.actor_id where a.name = ?) order by m.id",
        actorName);
  }

  @Override
  public List<Actor> actorsLivingIn(String addressFragment) {
    return actors(
        "where exists (select from contact_details c where c.actor_id = a.id"
            + " and c.address ilike ?) order by a.id",
        LikePattern.containing(addressFragment));
  }

  @Override
  public List<Movie> searchMovies(MovieSearch search) {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if (search.titleFragment() != null) {
      conditions.add("m.title ilike ?");
      values.add(LikePattern.containing(search.titleFragment()));
    }
    if (search.releasedAfter() != null) {
      conditions.add("m.release_date > ?");
      values.add(search.releasedAfter());
    }
    if (search.actorName() != null) {
      conditions.add(
          "m.id in (select ma.movie_id from movies_actors ma"
              + " join actors a on a.id = ma.actor_id where a.name = ?)");
      values.add(search.actorName());
    }
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return movies(where + " order by m.id", values.toArray());
  }

  @Override
  public List<Movie> moviesPage(MovieOrder order, long offset, int limit) {
    String by =
        switch (order) {
          case ID -> "m.id";
          case TITLE -> "m.title collate \"C\", m.id";
          case RELEASE_DATE -> "m.release_date nulls last, m.id";
        };
    return movies("order by " + by + " offset ? limit ?", offset, limit);
  }

  @Override
  public List<Movie> moviesPageAfter(String title, long id, int limit) {
    return movies(
        "where (m.title collate \"C\", m.id) > (?, ?) order by m.title collate \"C\", m.id limit ?",
        title,
        id,
        limit);
  }

  @Override
  public List<Movie> moviesWithCast(IdRange range, FetchDepth depth, FetchStrategy strategy) {
    return track(new PlainGraphs(sql).movies(range, depth, strategy));
  }

  @Override
  public List<MovieCredit> credits(IdRange movieIds) {
    return sql.list(
        "select m.title, a.name from movies m join movies_actors ma on ma.movie_id = m.id"
            + " join actors a on a.id = ma.actor_id where m.id between ? and ? order by m.id, a.id",
        row -> new MovieCredit(row.getString(1), row.getString(2)),
        movieIds.first(),
        movieIds.last());
  }

  @Override
  public List<MovieSummary> summaries(IdRange movieIds) {
    return sql.list(
        SELECT_MOVIES.replace(" from", ", count(ma.actor_id) from")
            + "left join movies_actors ma on ma.movie_id = m.id"
            + " where m.id between ? and ? group by m.id order by m.id",
        row ->
            new MovieSummary(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getLong(4)),
        movieIds.first(),
        movieIds.last());
  }

  @Override
  public List<CastList> castLists(IdRange movieIds) {
    return new PlainGraphs(sql)
        .movies(movieIds, FetchDepth.ACTORS, FetchStrategy.JOINED).stream()
            .map(
                movie ->
                    new CastList(
                        Rules.id(movie),
                        movie.getTitle(),
                        movie.getActors().stream()
                            .map(actor -> new CastList.Member(Rules.id(actor), actor.getName()))
                            .toList()))
            .toList();
  }

  /** Returns how many rows of a stream are fetched at a time. */
  int fetchSize() {
    return 200;
  }

  @Override
  public Stream<Movie> streamMovies() {
    try {
      PreparedStatement statement = sql.prepare(SELECT_MOVIES);
      statement.setFetchSize(fetchSize());
      ResultSet rows = statement.executeQuery();
      return StreamSupport.stream(new Rows(rows), false).onClose(() -> close(statement));
    } catch (SQLException e) {
      throw new PlainSql.Failure(e);
    }
  }

  private static void close(PreparedStatement statement) {
    try {
      statement.close();
    } catch (SQLException e) {
      throw new PlainSql.Failure(e);
    }
  }

  private static final class Rows extends Spliterators.AbstractSpliterator<Movie> {

    private final ResultSet rows;

    Rows(ResultSet rows) {
      super(Long.MAX_VALUE, ORDERED | NONNULL);
      this.rows = rows;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Movie> action) {
      try {
        if (!rows.next()) {
          return false;
        }
        action.accept(PlainGraphs.movie(rows));
        return true;
      } catch (SQLException e) {
        throw new PlainSql.Failure(e);
      }
    }
  }

  @Override
  public boolean retitleMovie(long id, String title) {
    return sql.update("update movies set title = ? where id = ?", title, id) == 1;
  }

  @Override
  public int deactivateStuntmenOfActorsBornBefore(LocalDate day) {
    return sql.update(
        "update stuntmen set active = false where active"
            + " and actor_id in (select id from actors where birthday < ?)",
        day);
  }

  @Override
  public int deleteMoviesReleasedBefore(LocalDate day) {
    sql.update(
        "delete from movies_actors where movie_id in (select id from movies where release_date <"
            + " ?)",
        day);
    return sql.update("delete from movies where release_date < ?", day);
  }

  @Override
  public int selectOne() {
    return (int) number("select 1");
  }

  @Override
  public void flush() {}

  @Override
  public void commit() {
    sql.commit();
  }

  @Override
  public void rollback() {
    sql.rollback();
  }

  @Override
  public void close() {
    sql.close();
  }
}
