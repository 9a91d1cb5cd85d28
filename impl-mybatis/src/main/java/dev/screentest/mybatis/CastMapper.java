package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.CastList;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.annotations.MapKey;

/**
 * Statements that fetch movies with their casts, by each strategy.
 *
 * <p>MyBatis makes one object of a row for each parent: an actor in two casts is two objects here.
 * Nor do contact details know their actor. {@link CastReader} mends both.
 */
interface CastMapper {

  /** Movies, and each movie's actors by a nested select. */
  List<Movie> selectActors(IdRange ids);

  /** Movies, actors and contact details by nested selects. */
  List<Movie> selectAll(IdRange ids);

  /** Movies and actors by a join. */
  List<Movie> joinActors(IdRange ids);

  /** Movies, actors and contact details by a join. */
  List<Movie> joinAll(IdRange ids);

  /** A movie, its actors and their contact details by a join; by its key, not by a range. */
  Optional<Movie> joinAllOfOne(long id);

  /** The casts of movies, by the movies' ids, each as a movie that has nothing else. */
  @MapKey("id")
  Map<Long, Movie> casts(Long[] movieIds);

  /** The contact details of actors, by the actors' ids, each as an actor who has nothing else. */
  @MapKey("id")
  Map<Long, Actor> contacts(Long[] actorIds);

  /** Casts as records, by a join. */
  List<CastListRow> castLists(IdRange movieIds);

  /** Movies, each with its actors in a column of JSON. */
  List<Movie> nestActors(IdRange ids);

  /** Movies, each with its actors and their contact details in a column of JSON. */
  List<Movie> nestAll(IdRange ids);

  /**
   * A cast list to which MyBatis still adds members, row by row: it cannot give a constructor what
   * is spread over several rows.
   */
  record CastListRow(long movieId, String title, List<CastList.Member> cast) {

    public CastListRow(long movieId, String title) {
      this(movieId, title, new ArrayList<>());
    }

    CastList complete() {
      return new CastList(movieId, title, cast);
    }
  }
}
