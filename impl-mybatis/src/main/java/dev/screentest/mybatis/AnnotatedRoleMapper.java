package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import dev.screentest.domain.spi.SavePlan.Role;
import java.time.LocalDate;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;

/** {@link RoleMapper} by annotations. */
interface AnnotatedRoleMapper extends RoleMapper {

  @Override
  @Insert("insert into movies_actors (movie_id, actor_id) values (#{movie.id}, #{actor.id})")
  int insert(Role role);

  @Override
  @Insert(
      """
      insert into movies_actors (movie_id, actor_id)
      select * from unnest(
        #{movieIds,typeHandler=ArrayTypeHandler},
        #{actorIds,typeHandler=ArrayTypeHandler})
      """)
  int insertAll(Long[] movieIds, Long[] actorIds);

  @Override
  @Delete("delete from movies_actors where movie_id = #{movie.id} and actor_id = #{actor.id}")
  int delete(Role role);

  @Override
  @Delete("delete from movies_actors where movie_id = #{id}")
  int deleteOfMovie(Movie movie);

  @Override
  @Delete("delete from movies_actors where actor_id = #{id}")
  int deleteOfActor(Actor actor);

  @Override
  @Delete(
      """
      delete from movies_actors r
      using movies m
      where m.id = r.movie_id and m.release_date < #{day}
      """)
  int deleteOfMoviesReleasedBefore(LocalDate day);
}
