package dev.screentest.jdbi;

import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindBean;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.BatchChunkSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;

/**
 * Deletes in JDBC batches what a saved graph has lost; each method returns how many rows each
 * statement found.
 */
@BatchChunkSize(InsertStrategy.BATCH_SIZE)
interface OrphanDao {

  String STUNTMEN = "delete from stuntmen where id = :id";

  String CONTACT_DETAILS = "delete from contact_details where id = :id";

  String ROLES =
      "delete from movies_actors where movie_id = :movie.getId and actor_id = :actor.getId";

  @SqlBatch(STUNTMEN)
  int[] stuntmen(@BindBean List<Stuntman> stuntmen);

  @SqlBatch(CONTACT_DETAILS)
  int[] contactDetails(@BindBean List<ContactDetails> details);

  @SqlBatch(ROLES)
  int[] roles(@BindMethods List<Role> roles);
}
