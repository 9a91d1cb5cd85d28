package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Many;
import org.apache.ibatis.annotations.One;
import org.apache.ibatis.annotations.Result;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** {@link ActorMapper} by annotations. */
interface AnnotatedActorMapper extends ActorMapper {

  /** The result map of an actor with its stuntman. */
  String ACTOR = "dev.screentest.mybatis.AnnotatedActorMapper.actor";

  /** The result map of an actor with its stuntman and its contact details. */
  String WITH_CONTACT_DETAILS =
      "dev.screentest.mybatis.AnnotatedActorMapper.actorWithContactDetails";

  /** An actor and its stuntman. */
  String COLUMNS =
      """
      a.id, a.name, a.birthday,
      s.id as stuntman_id, s.name as stuntman_name, s.active as stuntman_active
      """;

  /** The same, where they are a part of something else. */
  String PREFIXED_COLUMNS =
      """
      a.id as actor_id, a.name as actor_name, a.birthday as actor_birthday,
      s.id as actor_stuntman_id, s.name as actor_stuntman_name, s.active as actor_stuntman_active
      """;

  String SELECT = "select " + COLUMNS + "from actors a left join stuntmen s on s.actor_id = a.id ";

  String SELECT_WITH_CONTACT_DETAILS =
      "select "
          + COLUMNS
          + """
          , c.id as contact_id, c.phone_number as contact_phone_number, c.address as contact_address
          from actors a
          left join stuntmen s on s.actor_id = a.id
          left join contact_details c on c.actor_id = a.id
          """;

  @Override
  @Select(SELECT + "where a.id = #{id}")
  @Arg(id = true, column = "id", javaType = long.class)
  @Arg(column = "name", javaType = String.class)
  @Arg(column = "birthday", javaType = LocalDate.class)
  @Results(
      id = "actor",
      value =
          @Result(
              property = "stuntman",
              one = @One(resultMap = AnnotatedStuntmanMapper.STUNTMAN, columnPrefix = "stuntman_")))
  Optional<Actor> find(long id);

  @Override
  @Select(SELECT_WITH_CONTACT_DETAILS + "where a.id = #{id} order by c.id")
  @Results(
      id = "actorWithContactDetails",
      value = {
        @Result(id = true, property = "id", column = "id"),
        @Result(property = "name", column = "name"),
        @Result(property = "birthday", column = "birthday"),
        @Result(
            property = "stuntman",
            one = @One(resultMap = AnnotatedStuntmanMapper.STUNTMAN, columnPrefix = "stuntman_")),
        @Result(
            property = "contactDetails",
            many =
                @Many(resultMap = AnnotatedCastMapper.CONTACT_DETAILS, columnPrefix = "contact_"))
      })
  Optional<Actor> findWithContactDetails(long id);

  @Override
  @Select(
      SELECT_WITH_CONTACT_DETAILS
          + """
          where a.id = any(#{ids,typeHandler=ArrayTypeHandler})
          order by a.id, c.id
          """)
  @ResultMap("actorWithContactDetails")
  List<Actor> allWithContactDetails(Long[] ids);

  @Override
  @Select(
      SELECT
          + """
          where exists (
            select from contact_details c where c.actor_id = a.id and c.address ilike #{pattern})
          order by a.id
          """)
  @ResultMap("actor")
  List<Actor> livingIn(String pattern);

  @Override
  @Insert(
      """
      insert into actors (id, name, birthday)
      values (#{id}, #{name}, #{birthday,jdbcType=DATE})
      """)
  int insert(Actor actor);

  @Override
  @Insert(
      """
      insert into actors (id, name, birthday)
      select * from unnest(
        #{ids,typeHandler=ArrayTypeHandler},
        #{names,typeHandler=ArrayTypeHandler},
        #{birthdays,typeHandler=ArrayTypeHandler})
      """)
  int insertAll(Long[] ids, String[] names, @Nullable LocalDate[] birthdays);

  @Override
  @Update("update actors set name = #{name}, birthday = #{birthday,jdbcType=DATE} where id = #{id}")
  int update(Actor actor);

  @Override
  @Delete("delete from actors where id = #{id}")
  int delete(Actor actor);
}
