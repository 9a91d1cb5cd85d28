package dev.screentest.mybatis;

import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieCredit;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.jdbc.SQL;
import org.apache.ibatis.mapping.ResultSetType;
import org.jspecify.annotations.Nullable;

/** {@link MovieMapper} by annotations. */
interface AnnotatedMovieMapper extends MovieMapper {

  String COLUMNS = "m.id, m.title, m.release_date";

  /** All columns of all movies, in no order. */
  String SELECT = "select " + COLUMNS + " from movies m ";

  @Override
  @Select(SELECT + "where m.id = #{id}")
  @Results(id = "movie")
  @Arg(id = true, column = "id", javaType = long.class)
  @Arg(column = "title", javaType = String.class)
  @Arg(column = "release_date", javaType = LocalDate.class)
  Optional<Movie> find(long id);

  @Override
  @Select(SELECT + "order by m.id")
  @ResultMap("movie")
  List<Movie> all();

  @Override
  @Select(SELECT)
  @ResultMap("movie")
  @Options(fetchSize = 1000, resultSetType = ResultSetType.FORWARD_ONLY)
  Cursor<Movie> stream();

  @Override
  @Select(SELECT + "where m.id between #{first} and #{last} order by m.id")
  @ResultMap("movie")
  List<Movie> inRange(IdRange ids);

  @Override
  @Select("select count(*) from movies")
  long count();

  @Override
  @Select("select exists (select from movies where title collate \"C\" = #{title})")
  boolean existsTitled(String title);

  @Override
  @Select("select distinct title collate \"C\" from movies order by 1")
  List<String> distinctTitles();

  @Override
  @Select(SELECT + "where m.release_date > #{day} order by m.id")
  @ResultMap("movie")
  List<Movie> releasedAfter(LocalDate day);

  @Override
  @Select(SELECT + "where m.release_date > #{day} order by m.release_date, m.id limit 1")
  @ResultMap("movie")
  Optional<Movie> firstReleasedAfter(LocalDate day);

  @Override
  @Select(SELECT + "where " + Dynamic.STARRING + " order by m.id")
  @ResultMap("movie")
  List<Movie> starring(String actorName);

  @Override
  @SelectProvider(type = Dynamic.class, method = "search")
  @ResultMap("movie")
  List<Movie> search(
      @Nullable String titlePattern, @Nullable LocalDate releasedAfter, @Nullable String actorName);

  @Override
  @SelectProvider(type = Dynamic.class, method = "page")
  @ResultMap("movie")
  List<Movie> page(MovieOrder order, long offset, int limit);

  @Override
  @Select(
      SELECT
          + """
          where (m.title collate "C", m.id) > (#{title}, #{id})
          order by m.title collate "C", m.id
          limit #{limit}
          """)
  @ResultMap("movie")
  List<Movie> pageAfter(String title, long id, int limit);

  @Override
  @Select(
      """
      select m.title, a.name as actor_name
      from movies m
      join movies_actors r on r.movie_id = m.id
      join actors a on a.id = r.actor_id
      where m.id between #{first} and #{last}
      order by m.id, a.id
      """)
  @Arg(column = "title", javaType = String.class)
  @Arg(column = "actor_name", javaType = String.class)
  List<MovieCredit> credits(IdRange movieIds);

  @Override
  @Select(
      "select "
          + COLUMNS
          + """
          , count(r.actor_id) as cast_size
          from movies m
          left join movies_actors r on r.movie_id = m.id
          where m.id between #{first} and #{last}
          group by m.id
          order by m.id
          """)
  @Arg(id = true, column = "id", javaType = long.class)
  @Arg(column = "title", javaType = String.class)
  @Arg(column = "release_date", javaType = LocalDate.class)
  @Arg(column = "cast_size", javaType = long.class)
  List<MovieSummary> summaries(IdRange movieIds);

  @Override
  @Insert(
      """
      insert into movies (id, title, release_date)
      values (#{id}, #{title}, #{releaseDate,jdbcType=DATE})
      """)
  int insert(Movie movie);

  @Override
  @Insert(
      """
      insert into movies (id, title, release_date)
      select * from unnest(
        #{ids,typeHandler=ArrayTypeHandler},
        #{titles,typeHandler=ArrayTypeHandler},
        #{releaseDates,typeHandler=ArrayTypeHandler})
      """)
  int insertAll(Long[] ids, String[] titles, @Nullable LocalDate[] releaseDates);

  @Override
  @Update(
      """
      update movies
      set title = #{title}, release_date = #{releaseDate,jdbcType=DATE}
      where id = #{id}
      """)
  int update(Movie movie);

  @Override
  @Update("update movies set title = #{title} where id = #{id}")
  int retitle(long id, String title);

  @Override
  @Delete("delete from movies where id = #{id}")
  int delete(Movie movie);

  @Override
  @Delete("delete from movies where release_date < #{day}")
  int deleteReleasedBefore(LocalDate day);

  /** SQL that is built for each call; MyBatis calls it by reflection, with the same arguments. */
  final class Dynamic {

    static final String STARRING =
        """
        exists (
          select from movies_actors r join actors a on a.id = r.actor_id
          where r.movie_id = m.id and a.name = #{actorName})
        """;

    private Dynamic() {}

    public static String search(
        @Nullable String titlePattern,
        @Nullable LocalDate releasedAfter,
        @Nullable String actorName) {
      SQL sql = new SQL().SELECT(COLUMNS).FROM("movies m").ORDER_BY("m.id");
      if (titlePattern != null) {
        sql.WHERE("m.title ilike #{titlePattern}");
      }
      if (releasedAfter != null) {
        sql.WHERE("m.release_date > #{releasedAfter}");
      }
      if (actorName != null) {
        sql.WHERE(STARRING);
      }
      return sql.toString();
    }

    public static String page(MovieOrder order) {
      String columns =
          switch (order) {
            case ID -> "m.id";
            case TITLE -> "m.title collate \"C\", m.id";
            case RELEASE_DATE -> "m.release_date nulls last, m.id";
          };
      return new SQL()
          .SELECT(COLUMNS)
          .FROM("movies m")
          .ORDER_BY(columns)
          .OFFSET("#{offset}")
          .LIMIT("#{limit}")
          .toString();
    }
  }
}
