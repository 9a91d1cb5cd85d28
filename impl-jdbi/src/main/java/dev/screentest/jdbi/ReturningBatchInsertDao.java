package dev.screentest.jdbi;

import static dev.screentest.jdbi.ReturningInsertDao.assign;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindBean;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.BatchChunkSize;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;

/**
 * Inserts rows in JDBC batches, which return the ids. The driver rewrites no batch that returns
 * something.
 */
@BatchChunkSize(InsertStrategy.BATCH_SIZE)
interface ReturningBatchInsertDao extends ReturningInsertDao {

  @SqlBatch(MOVIE_WITHOUT_ID)
  @GetGeneratedKeys("id")
  List<Long> insertMovies(@BindBean List<Movie> movies);

  @SqlBatch(ACTOR_WITHOUT_ID)
  @GetGeneratedKeys("id")
  List<Long> insertActors(@BindBean List<Actor> actors);

  @SqlBatch(STUNTMAN_WITHOUT_ID)
  @GetGeneratedKeys("id")
  List<Long> insertStuntmen(@BindBean List<Stuntman> stuntmen);

  @SqlBatch(CONTACT_DETAILS_WITHOUT_ID)
  @GetGeneratedKeys("id")
  List<Long> insertContactDetails(@BindBean List<ContactDetails> details);

  @Override
  @SqlBatch(ROLE)
  void roles(@BindMethods List<Role> roles);

  @Override
  default void movies(List<Movie> movies) {
    assign(movies, insertMovies(movies), Movie::setId);
  }

  @Override
  default void actors(List<Actor> actors) {
    assign(actors, insertActors(actors), Actor::setId);
  }

  @Override
  default void stuntmen(List<Stuntman> stuntmen) {
    assign(stuntmen, insertStuntmen(stuntmen), Stuntman::setId);
  }

  @Override
  default void contactDetails(List<ContactDetails> details) {
    assign(details, insertContactDetails(details), ContactDetails::setId);
  }
}
