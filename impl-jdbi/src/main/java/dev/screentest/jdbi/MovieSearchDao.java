package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMap;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Movies by what is known of them. */
interface MovieSearchDao {

  String EXISTS_TITLED = "select exists (select 1 from movies where title collate \"C\" = :title)";

  String RELEASED_AFTER = Select.MOVIES + "where m.release_date > :day order by m.id";

  String FIRST_RELEASED_AFTER =
      Select.MOVIES + "where m.release_date > :day order by m.release_date, m.id limit 1";

  String STARRING =
      Select.MOVIES
          + """
          where m.id in (
            select r.movie_id
            from movies_actors r
            join actors a on a.id = r.actor_id
            where a.name = :actorName)
          order by m.id
          """;

  String SEARCH = Select.MOVIES + "<where> order by m.id";

  /** The collation is that of the index; equal is equal in any. */
  @SqlQuery(EXISTS_TITLED)
  boolean existsTitled(String title);

  @SqlQuery(RELEASED_AFTER)
  List<Movie> releasedAfter(LocalDate day);

  @SqlQuery(FIRST_RELEASED_AFTER)
  Optional<Movie> firstReleasedAfter(LocalDate day);

  /** Each movie once, though two of its actors may have the same name. */
  @SqlQuery(STARRING)
  List<Movie> starring(String actorName);

  /**
   * The movies for which the conditions that are given hold. The fragment is one of few texts of
   * our own, so Jdbi's cache of parsed statements holds them all.
   */
  @SqlQuery(SEARCH)
  List<Movie> search(@Define String where, @BindMap Map<String, Object> values);
}
