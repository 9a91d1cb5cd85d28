package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import java.util.Optional;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.One;
import org.apache.ibatis.annotations.Result;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** {@link ContactDetailsMapper} by annotations. */
interface AnnotatedContactDetailsMapper extends ContactDetailsMapper {

  @Override
  @Select(
      "select c.id, c.phone_number, c.address, "
          + AnnotatedActorMapper.PREFIXED_COLUMNS
          + """
          from contact_details c
          join actors a on a.id = c.actor_id
          left join stuntmen s on s.actor_id = a.id
          where c.id = #{id}
          """)
  @Arg(id = true, column = "id", javaType = long.class)
  @Arg(column = "phone_number", javaType = String.class)
  @Arg(column = "address", javaType = String.class)
  @Results(
      @Result(
          property = "actor",
          one = @One(resultMap = AnnotatedActorMapper.ACTOR, columnPrefix = "actor_")))
  Optional<ContactDetails> find(long id);

  @Override
  @Insert(
      """
      insert into contact_details (id, phone_number, address, actor_id)
      values (#{id}, #{phoneNumber}, #{address}, #{actor.id})
      """)
  int insert(ContactDetails details);

  @Override
  @Insert(
      """
      insert into contact_details (id, phone_number, address, actor_id)
      select * from unnest(
        #{ids,typeHandler=ArrayTypeHandler},
        #{phoneNumbers,typeHandler=ArrayTypeHandler},
        #{addresses,typeHandler=ArrayTypeHandler},
        #{actorIds,typeHandler=ArrayTypeHandler})
      """)
  int insertAll(Long[] ids, String[] phoneNumbers, String[] addresses, Long[] actorIds);

  @Override
  @Update(
      """
      update contact_details
      set phone_number = #{phoneNumber}, address = #{address}, actor_id = #{actor.id}
      where id = #{id}
      """)
  int update(ContactDetails details);

  @Override
  @Delete("delete from contact_details where id = #{id}")
  int delete(ContactDetails details);

  @Override
  @Delete("delete from contact_details where actor_id = #{id}")
  int deleteOf(Actor actor);
}
