package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindBean;
import org.jdbi.v3.sqlobject.statement.BatchChunkSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;

/** Updates rows in JDBC batches; each method returns how many rows each statement found. */
@BatchChunkSize(InsertStrategy.BATCH_SIZE)
interface UpdateDao {

  @SqlBatch("update movies set title = :title, release_date = :releaseDate where id = :id")
  int[] movies(@BindBean List<Movie> movies);

  @SqlBatch("update actors set name = :name, birthday = :birthday where id = :id")
  int[] actors(@BindBean List<Actor> actors);

  @SqlBatch(
      "update stuntmen set name = :name, active = :active, actor_id = :actor.id where id = :id")
  int[] stuntmen(@BindBean List<Stuntman> stuntmen);

  @SqlBatch(
      "update contact_details set phone_number = :phoneNumber, address = :address,"
          + " actor_id = :actor.id where id = :id")
  int[] contactDetails(@BindBean List<ContactDetails> details);
}
