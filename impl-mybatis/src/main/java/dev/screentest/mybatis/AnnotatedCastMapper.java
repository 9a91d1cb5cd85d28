package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.mybatis.CastRowMapper.MemberRow;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Many;
import org.apache.ibatis.annotations.MapKey;
import org.apache.ibatis.annotations.One;
import org.apache.ibatis.annotations.Result;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;

/** {@link CastMapper} by annotations. */
interface AnnotatedCastMapper extends CastMapper {

  /** The result map of contact details without their actor. */
  String CONTACT_DETAILS = "dev.screentest.mybatis.AnnotatedCastMapper.contactDetails";

  String MOVIES_IN_RANGE =
      AnnotatedMovieMapper.SELECT + "where m.id between #{first} and #{last} order by m.id";

  String ACTORS_OF =
      "select "
          + AnnotatedActorMapper.COLUMNS
          + """
          from movies_actors r
          join actors a on a.id = r.actor_id
          left join stuntmen s on s.actor_id = a.id
          where r.movie_id = #{movieId}
          order by a.id
          """;

  String CONTACT_COLUMNS =
      "c.id as contact_id, c.phone_number as contact_phone_number, c.address as contact_address ";

  String JOIN_ALL =
      "select "
          + AnnotatedMovieMapper.COLUMNS
          + ", "
          + AnnotatedActorMapper.PREFIXED_COLUMNS
          + """
          , c.id as actor_contact_id, c.phone_number as actor_contact_phone_number,
          c.address as actor_contact_address
          from movies m
          left join movies_actors r on r.movie_id = m.id
          left join actors a on a.id = r.actor_id
          left join stuntmen s on s.actor_id = a.id
          left join contact_details c on c.actor_id = a.id
          """;

  String ACTOR_AS_JSON =
      """
      'id', a.id, 'name', a.name, 'birthday', a.birthday,
      'stuntman', case when s.id is not null then
        json_build_object('id', s.id, 'name', s.name, 'active', s.active) end
      """;

  String ACTORS_OF_MOVIE_AS_JSON =
      """
      ) order by a.id), '[]')
        from movies_actors r
        join actors a on a.id = r.actor_id
        left join stuntmen s on s.actor_id = a.id
        where r.movie_id = m.id) as actors
      from movies m
      where m.id between #{first} and #{last}
      order by m.id
      """;

  @Override
  @Select(MOVIES_IN_RANGE)
  @Arg(id = true, column = "id", javaType = long.class)
  @Arg(column = "title", javaType = String.class)
  @Arg(column = "release_date", javaType = LocalDate.class)
  @Results(
      @Result(
          property = "actors",
          column = "id",
          javaType = LinkedHashSet.class,
          many = @Many(select = "actorsOf")))
  List<Movie> selectActors(IdRange ids);

  @Override
  @Select(MOVIES_IN_RANGE)
  @Arg(id = true, column = "id", javaType = long.class)
  @Arg(column = "title", javaType = String.class)
  @Arg(column = "release_date", javaType = LocalDate.class)
  @Results(
      @Result(
          property = "actors",
          column = "id",
          javaType = LinkedHashSet.class,
          many = @Many(select = "actorsThenContactDetailsOf")))
  List<Movie> selectAll(IdRange ids);

  /** The cast of a movie, for {@link #selectActors}. */
  @Select(ACTORS_OF)
  @ResultMap(AnnotatedActorMapper.ACTOR)
  List<Actor> actorsOf(long movieId);

  /** The cast of a movie with contact details, for {@link #selectAll}. */
  @Select(ACTORS_OF)
  @Arg(id = true, column = "id", javaType = long.class)
  @Arg(column = "name", javaType = String.class)
  @Arg(column = "birthday", javaType = LocalDate.class)
  @Results({
    @Result(
        property = "stuntman",
        one = @One(resultMap = AnnotatedStuntmanMapper.STUNTMAN, columnPrefix = "stuntman_")),
    @Result(
        property = "contactDetails",
        column = "id",
        javaType = LinkedHashSet.class,
        many = @Many(select = "contactDetailsOf"))
  })
  List<Actor> actorsThenContactDetailsOf(long movieId);

  /** The contact details of an actor, for {@link #selectAll}. */
  @Select(
      "select c.id, c.phone_number, c.address from contact_details c"
          + " where c.actor_id = #{actorId} order by c.id")
  @Arg(id = true, column = "id", javaType = long.class)
  @Arg(column = "phone_number", javaType = String.class)
  @Arg(column = "address", javaType = String.class)
  @Results(id = "contactDetails")
  List<ContactDetails> contactDetailsOf(long actorId);

  @Override
  @Select(
      "select "
          + AnnotatedMovieMapper.COLUMNS
          + ", "
          + AnnotatedActorMapper.PREFIXED_COLUMNS
          + """
          from movies m
          left join movies_actors r on r.movie_id = m.id
          left join actors a on a.id = r.actor_id
          left join stuntmen s on s.actor_id = a.id
          where m.id between #{first} and #{last}
          order by m.id, a.id
          """)
  @Results({
    @Result(id = true, property = "id", column = "id"),
    @Result(property = "title", column = "title"),
    @Result(property = "releaseDate", column = "release_date"),
    @Result(
        property = "actors",
        many = @Many(resultMap = AnnotatedActorMapper.ACTOR, columnPrefix = "actor_"))
  })
  List<Movie> joinActors(IdRange ids);

  @Override
  @Select(JOIN_ALL + "where m.id between #{first} and #{last} order by m.id, a.id, c.id")
  @Results(
      id = "movieWithAll",
      value = {
        @Result(id = true, property = "id", column = "id"),
        @Result(property = "title", column = "title"),
        @Result(property = "releaseDate", column = "release_date"),
        @Result(
            property = "actors",
            many =
                @Many(
                    resultMap = AnnotatedActorMapper.WITH_CONTACT_DETAILS,
                    columnPrefix = "actor_"))
      })
  List<Movie> joinAll(IdRange ids);

  @Override
  @Select(JOIN_ALL + "where m.id = #{id} order by a.id, c.id")
  @ResultMap("movieWithAll")
  Optional<Movie> joinAllOfOne(long id);

  /** A nested result map can only be that of another method, so the rows are gathered in Java. */
  @Override
  default List<CastListRow> castLists(IdRange movieIds) {
    CastLists lists = new CastLists();
    members(movieIds).forEach(lists::add);
    return lists.rows();
  }

  /** Movies and the names of their actors by a join. */
  @Select(
      """
      select m.id, m.title, a.id as actor_id, a.name as actor_name
      from movies m
      left join movies_actors r on r.movie_id = m.id
      left join actors a on a.id = r.actor_id
      where m.id between #{first} and #{last}
      order by m.id, a.id
      """)
  @Arg(column = "id", javaType = long.class)
  @Arg(column = "title", javaType = String.class)
  @Arg(column = "actor_id", javaType = Long.class)
  @Arg(column = "actor_name", javaType = String.class)
  List<MemberRow> members(IdRange movieIds);

  @Override
  @MapKey("id")
  @Select(
      "select m.id as movie_id, "
          + AnnotatedActorMapper.PREFIXED_COLUMNS
          + """
          from movies m
          join movies_actors r on r.movie_id = m.id
          join actors a on a.id = r.actor_id
          left join stuntmen s on s.actor_id = a.id
          where m.id = any(#{movieIds,typeHandler=ArrayTypeHandler})
          order by m.id, a.id
          """)
  @Results({
    @Result(id = true, property = "id", column = "movie_id"),
    @Result(
        property = "actors",
        many = @Many(resultMap = AnnotatedActorMapper.ACTOR, columnPrefix = "actor_"))
  })
  Map<Long, Movie> casts(Long[] movieIds);

  @Override
  @MapKey("id")
  @Select(
      "select c.actor_id, "
          + CONTACT_COLUMNS
          + """
          from contact_details c
          where c.actor_id = any(#{actorIds,typeHandler=ArrayTypeHandler})
          order by c.actor_id, c.id
          """)
  @Results({
    @Result(id = true, property = "id", column = "actor_id"),
    @Result(
        property = "contactDetails",
        many = @Many(resultMap = CONTACT_DETAILS, columnPrefix = "contact_"))
  })
  Map<Long, Actor> contacts(Long[] actorIds);

  @Override
  @Select(
      "select "
          + AnnotatedMovieMapper.COLUMNS
          + ", (select coalesce(json_agg(json_build_object("
          + ACTOR_AS_JSON
          + ACTORS_OF_MOVIE_AS_JSON)
  @Arg(id = true, column = "id", javaType = long.class)
  @Arg(column = "title", javaType = String.class)
  @Arg(column = "release_date", javaType = LocalDate.class)
  @Results(
      id = "movieNestingCast",
      value =
          @Result(property = "actors", column = "actors", typeHandler = JsonCastTypeHandler.class))
  List<Movie> nestActors(IdRange ids);

  @Override
  @Select(
      "select "
          + AnnotatedMovieMapper.COLUMNS
          + ", (select coalesce(json_agg(json_build_object("
          + ACTOR_AS_JSON
          + """
          , 'contactDetails', (
            select coalesce(json_agg(json_build_object(
              'id', c.id, 'phoneNumber', c.phone_number, 'address', c.address) order by c.id), '[]')
            from contact_details c
            where c.actor_id = a.id)
          """
          + ACTORS_OF_MOVIE_AS_JSON)
  @ResultMap("movieNestingCast")
  List<Movie> nestAll(IdRange ids);
}
