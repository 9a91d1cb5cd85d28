package dev.screentest.jdbi;

import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is asked of the server and of no table. */
interface ServerDao {

  String ONE = "select 1";

  String NEXT_MOVIES = "select nextval('movies_id_seq')";

  String NEXT_ACTORS = "select nextval('actors_id_seq')";

  String NEXT_STUNTMEN = "select nextval('stuntmen_id_seq')";

  String NEXT_CONTACT_DETAILS = "select nextval('contact_details_id_seq')";

  @SqlQuery(ONE)
  int one();

  @SqlQuery(NEXT_MOVIES)
  long nextMovies();

  @SqlQuery(NEXT_ACTORS)
  long nextActors();

  @SqlQuery(NEXT_STUNTMEN)
  long nextStuntmen();

  @SqlQuery(NEXT_CONTACT_DETAILS)
  long nextContactDetails();
}
