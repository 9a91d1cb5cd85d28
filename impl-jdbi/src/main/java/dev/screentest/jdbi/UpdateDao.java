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

  String MOVIES = "update movies set title = :title, release_date = :releaseDate where id = :id";

  String ACTORS = "update actors set name = :name, birthday = :birthday where id = :id";

  String STUNTMEN =
      "update stuntmen set name = :name, active = :active, actor_id = :actor.id where id = :id";

  String CONTACT_DETAILS =
      "update contact_details set phone_number = :phoneNumber, address = :address,"
          + " actor_id = :actor.id where id = :id";

  @SqlBatch(MOVIES)
  int[] movies(@BindBean List<Movie> movies);

  @SqlBatch(ACTORS)
  int[] actors(@BindBean List<Actor> actors);

  @SqlBatch(STUNTMEN)
  int[] stuntmen(@BindBean List<Stuntman> stuntmen);

  @SqlBatch(CONTACT_DETAILS)
  int[] contactDetails(@BindBean List<ContactDetails> details);
}
