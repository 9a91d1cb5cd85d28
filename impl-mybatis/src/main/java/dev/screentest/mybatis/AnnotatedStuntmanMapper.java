package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Stuntman;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.One;
import org.apache.ibatis.annotations.Result;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** {@link StuntmanMapper} by annotations. */
interface AnnotatedStuntmanMapper extends StuntmanMapper {

  /** The result map of a stuntman; where no column begins with its prefix, it has no actor. */
  String STUNTMAN = "dev.screentest.mybatis.AnnotatedStuntmanMapper.stuntman";

  @Override
  @Select(
      """
      select s.id, s.name, s.active, a.id as actor_id, a.name as actor_name, a.birthday as actor_birthday
      from stuntmen s
      join actors a on a.id = s.actor_id
      where s.id = #{id}
      """)
  @Arg(id = true, column = "id", javaType = long.class)
  @Arg(column = "name", javaType = String.class)
  @Arg(column = "active", javaType = boolean.class)
  @Results(
      id = "stuntman",
      value =
          @Result(
              property = "actor",
              one = @One(resultMap = AnnotatedActorMapper.ACTOR, columnPrefix = "actor_")))
  Optional<Stuntman> find(long id);

  @Override
  @Insert(
      """
      insert into stuntmen (id, name, active, actor_id)
      values (#{id}, #{name}, #{active}, #{actor.id})
      """)
  int insert(Stuntman stuntman);

  @Override
  @Insert(
      """
      insert into stuntmen (id, name, active, actor_id)
      select * from unnest(
        #{ids,typeHandler=ArrayTypeHandler},
        #{names,typeHandler=ArrayTypeHandler},
        #{actives,typeHandler=ArrayTypeHandler},
        #{actorIds,typeHandler=ArrayTypeHandler})
      """)
  int insertAll(Long[] ids, String[] names, Boolean[] actives, Long[] actorIds);

  @Override
  @Update(
      """
      update stuntmen
      set name = #{name}, active = #{active}, actor_id = #{actor.id}
      where id = #{id}
      """)
  int update(Stuntman stuntman);

  @Override
  @Update(
      """
      update stuntmen s
      set active = false
      from actors a
      where a.id = s.actor_id and s.active and a.birthday < #{day}
      """)
  int deactivateOfActorsBornBefore(LocalDate day);

  @Override
  @Delete("delete from stuntmen where id = #{id}")
  int delete(Stuntman stuntman);

  @Override
  @Delete("delete from stuntmen where actor_id = #{id}")
  int deleteOf(Actor actor);
}
