package dev.screentest.hibernate;

import dev.screentest.domain.Actor;
import dev.screentest.domain.CastList;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.MovieSummary;
import dev.screentest.domain.Relations;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.spi.LikePattern;
import dev.screentest.domain.spi.UnitSession;
import jakarta.persistence.criteria.Predicate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.SharedSessionContract;
import org.hibernate.Transaction;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.criteria.JpaSubQuery;

/**
 * What a unit of work asks in HQL, and so in the same way of every kind of session.
 *
 * <p>Wherever an actor is selected, its stuntman is fetched by name: HQL takes the fetching of
 * to-one relations from the query alone, and would send one more statement for each actor.
 */
abstract class HqlUnit implements UnitSession {

  /** Rows that a cursor gives at a time. */
  private static final int CURSOR_FETCH_SIZE = 1000;

  private final SharedSessionContract session;
  private final UnitKind kind;

  HqlUnit(SharedSessionContract session, UnitKind kind) {
    this.session = session;
    this.kind = kind;
  }

  /**
   * Begins a transaction, if there is to be one, which takes a connection. The connection is made
   * read-only by hand: a session that is opened as a read-only one does the same, but warns in the
   * log when the connection has broken meanwhile.
   */
  final void begin() {
    try {
      switch (kind) {
        case WRITE -> session.beginTransaction();
        case READ -> {
          session.doWork(connection -> connection.setReadOnly(true));
          session.beginTransaction();
        }
        case QUERY -> {}
      }
    } catch (RuntimeException failure) {
      session.close();
      throw failure;
    }
  }

  final UnitKind kind() {
    return kind;
  }

  <R> SelectionQuery<R> select(String hql, Class<R> resultType) {
    return session.createSelectionQuery(hql, resultType);
  }

  /** Creates a statement that changes rows by a condition. */
  MutationQuery change(String hql) {
    return session.createMutationQuery(hql);
  }

  @Override
  public Optional<Actor> findActorWithContactDetails(long id) {
    return select(
            """
            from Actor a left join fetch a.stuntman left join fetch a.contactDetails
            where a.id = :id
            """,
            Actor.class)
        .setParameter("id", id)
        .uniqueResultOptional();
  }

  /** Returns a movie with its cast and their contact details. */
  final Optional<Movie> movieWithCast(long id) {
    return select(
            """
            from Movie m left join fetch m.actors a left join fetch a.stuntman
              left join fetch a.contactDetails
            where m.id = :id
            """,
            Movie.class)
        .setParameter("id", id)
        .uniqueResultOptional();
  }

  /** Returns the actors with these ids and their contact details. */
  final List<Actor> actorsWithContactDetails(Collection<Long> ids) {
    return select(
            """
            from Actor a left join fetch a.stuntman left join fetch a.contactDetails
            where a.id in :ids
            """,
            Actor.class)
        .setParameterList("ids", ids)
        .getResultList();
  }

  @Override
  public List<Movie> allMovies() {
    return select("from Movie order by id", Movie.class).getResultList();
  }

  @Override
  public final long countMovies() {
    return select("select count(*) from Movie", Long.class).getSingleResult();
  }

  @Override
  public final boolean existsMovieTitled(String title) {
    return select(
            "select exists (select 1 from Movie where collate(title as `C`) = :title)",
            Boolean.class)
        .setParameter("title", title)
        .getSingleResult();
  }

  @Override
  public final List<String> distinctTitles() {
    return select("select distinct collate(title as `C`) from Movie order by 1", String.class)
        .getResultList();
  }

  @Override
  public List<Movie> moviesReleasedAfter(LocalDate day) {
    return select("from Movie where releaseDate > :day order by id", Movie.class)
        .setParameter("day", day)
        .getResultList();
  }

  @Override
  public Optional<Movie> firstMovieReleasedAfter(LocalDate day) {
    return select(
            "from Movie where releaseDate > :day order by releaseDate, id limit 1", Movie.class)
        .setParameter("day", day)
        .uniqueResultOptional();
  }

  @Override
  public List<Movie> moviesStarring(String actorName) {
    return select(
            """
            from Movie m
            where exists (select 1 from m.actors a where a.name = :name)
            order by m.id
            """,
            Movie.class)
        .setParameter("name", actorName)
        .getResultList();
  }

  @Override
  public List<Actor> actorsLivingIn(String addressFragment) {
    return select(
            """
            from Actor a left join fetch a.stuntman
            where exists (select 1 from a.contactDetails d where d.address ilike :pattern escape '\\')
            order by a.id
            """,
            Actor.class)
        .setParameter("pattern", LikePattern.containing(addressFragment))
        .getResultList();
  }

  /** Builds the query by the Criteria API, which is for queries whose conditions vary. */
  @Override
  public List<Movie> searchMovies(MovieSearch search) {
    HibernateCriteriaBuilder criteria = session.getCriteriaBuilder();
    JpaCriteriaQuery<Movie> query = criteria.createQuery(Movie.class);
    JpaRoot<Movie> movie = query.from(Movie.class);
    List<Predicate> conditions = new ArrayList<>();
    if (search.titleFragment() != null) {
      String pattern = LikePattern.containing(search.titleFragment());
      conditions.add(criteria.ilike(movie.get("title"), pattern, '\\'));
    }
    if (search.releasedAfter() != null) {
      conditions.add(criteria.greaterThan(movie.get("releaseDate"), search.releasedAfter()));
    }
    if (search.actorName() != null) {
      JpaSubQuery<Integer> role = query.subquery(Integer.class);
      role.select(criteria.literal(1))
          .where(
              criteria.equal(role.correlate(movie).join("actors").get("name"), search.actorName()));
      conditions.add(criteria.exists(role));
    }
    query.where(conditions.toArray(Predicate[]::new)).orderBy(criteria.asc(movie.get("id")));
    return session.createSelectionQuery(query).getResultList();
  }

  @Override
  public List<Movie> moviesPage(MovieOrder order, long offset, int limit) {
    if (offset > Integer.MAX_VALUE) {
      return moviesPageBySql(order, offset, limit);
    }
    String hql =
        switch (order) {
          case ID -> "from Movie order by id limit :limit offset :offset";
          case TITLE -> "from Movie order by collate(title as `C`), id limit :limit offset :offset";
          case RELEASE_DATE ->
              "from Movie order by releaseDate nulls last, id limit :limit offset :offset";
        };
    return select(hql, Movie.class)
        .setParameter("limit", limit)
        .setParameter("offset", (int) offset)
        .getResultList();
  }

  /** Pages far out in SQL: offsets in HQL are ints, as those of Jakarta Persistence are. */
  private List<Movie> moviesPageBySql(MovieOrder order, long offset, int limit) {
    String orderBy =
        switch (order) {
          case ID -> "id";
          case TITLE -> "title collate \"C\", id";
          case RELEASE_DATE -> "release_date nulls last, id";
        };
    return session
        .createNativeQuery(
            "select * from movies order by " + orderBy + " limit :limit offset :offset",
            Movie.class)
        .setParameter("limit", limit)
        .setParameter("offset", offset)
        .getResultList();
  }

  @Override
  public List<Movie> moviesPageAfter(String title, long id, int limit) {
    return select(
            """
            from Movie where (collate(title as `C`), id) > (:title, :id)
            order by collate(title as `C`), id limit :limit
            """,
            Movie.class)
        .setParameter("title", title)
        .setParameter("id", id)
        .setParameter("limit", limit)
        .getResultList();
  }

  /** Returns the movies with ids in a range, their cast not asked for. */
  final List<Movie> movies(IdRange ids) {
    return inRange("from Movie m where m.id between :first and :last order by m.id", ids);
  }

  /** Returns the movies with ids in a range and their cast by one statement. */
  final List<Movie> moviesJoined(IdRange ids, FetchDepth depth) {
    return switch (depth) {
      case MOVIES -> movies(ids);
      case ACTORS ->
          inRange(
              """
              from Movie m left join fetch m.actors a left join fetch a.stuntman
              where m.id between :first and :last order by m.id
              """,
              ids);
      case CONTACT_DETAILS ->
          inRange(
              """
              from Movie m left join fetch m.actors a left join fetch a.stuntman
                left join fetch a.contactDetails
              where m.id between :first and :last order by m.id
              """,
              ids);
    };
  }

  private List<Movie> inRange(String hql, IdRange ids) {
    return select(hql, Movie.class)
        .setParameter("first", ids.first())
        .setParameter("last", ids.last())
        .getResultList();
  }

  @Override
  public final List<MovieCredit> credits(IdRange movieIds) {
    return select(
            """
            select m.title, a.name from Movie m join m.actors a
            where m.id between :first and :last order by m.id, a.id
            """,
            MovieCredit.class)
        .setParameter("first", movieIds.first())
        .setParameter("last", movieIds.last())
        .getResultList();
  }

  @Override
  public final List<MovieSummary> summaries(IdRange movieIds) {
    return select(
            """
            select m.id, m.title, m.releaseDate, count(a) from Movie m left join m.actors a
            where m.id between :first and :last group by m order by m.id
            """,
            MovieSummary.class)
        .setParameter("first", movieIds.first())
        .setParameter("last", movieIds.last())
        .getResultList();
  }

  @Override
  public final List<CastList> castLists(IdRange movieIds) {
    List<CastRow> rows =
        select(
                """
                select m.id, m.title, a.id, a.name from Movie m left join m.actors a
                where m.id between :first and :last order by m.id, a.id
                """,
                CastRow.class)
            .setParameter("first", movieIds.first())
            .setParameter("last", movieIds.last())
            .getResultList();
    return CastRow.byMovie(rows);
  }

  /** Instantiates movies of no session, so that none of them stays in the persistence context. */
  @Override
  public final Stream<Movie> streamMovies() {
    return select("select new Movie(id, title, releaseDate) from Movie", Movie.class)
        .setFetchSize(CURSOR_FETCH_SIZE)
        .getResultStream();
  }

  @Override
  public final boolean retitleMovie(long id, String title) {
    return change("update Movie set title = :title where id = :id")
            .setParameter("title", title)
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  @Override
  public final int deactivateStuntmenOfActorsBornBefore(LocalDate day) {
    return change(
            """
            update Stuntman set active = false
            where active and actor in (from Actor where birthday < :day)
            """)
        .setParameter("day", day)
        .executeUpdate();
  }

  /** Sends a statement for the roles, too: Hibernate clears the tables of collections by itself. */
  @Override
  public final int deleteMoviesReleasedBefore(LocalDate day) {
    return change("delete from Movie where releaseDate < :day")
        .setParameter("day", day)
        .executeUpdate();
  }

  @Override
  public final int selectOne() {
    return select("select 1", Integer.class).getSingleResult();
  }

  @Override
  public final boolean isLoaded(Set<?> relation) {
    return Relations.isLoaded(relation) && Hibernate.isInitialized(relation);
  }

  @Override
  public final void commit() {
    session.getTransaction().commit();
  }

  /** Rolls back, unless Hibernate has done so itself, as it does when a commit fails. */
  @Override
  public void rollback() {
    Transaction transaction = session.getTransaction();
    if (transaction.getStatus().canRollback()) {
      transaction.rollback();
    }
  }

  @Override
  public final void close() {
    try (session) {
      if (kind == UnitKind.READ) {
        session.doWork(connection -> connection.setReadOnly(false));
      }
    }
  }
}
