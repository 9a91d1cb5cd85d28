package dev.screentest.jdbi;

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
import org.jdbi.v3.sqlobject.statement.SqlBatch;

/** Inserts rows in JDBC batches. */
@BatchChunkSize(InsertStrategy.BATCH_SIZE)
interface BatchInsertDao extends InsertDao {

  @Override
  @SqlBatch(MOVIE)
  void movies(@BindBean List<Movie> movies);

  @Override
  @SqlBatch(ACTOR)
  void actors(@BindBean List<Actor> actors);

  @Override
  @SqlBatch(STUNTMAN)
  void stuntmen(@BindBean List<Stuntman> stuntmen);

  @Override
  @SqlBatch(CONTACT_DETAILS)
  void contactDetails(@BindBean List<ContactDetails> details);

  @Override
  @SqlBatch(ROLE)
  void roles(@BindMethods List<Role> roles);
}
