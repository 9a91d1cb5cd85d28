package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.util.List;

/** Inserts new rows, whose ids are assigned. There is an SQL object for each insert strategy. */
interface InsertDao {

  String MOVIE = "insert into movies (id, title, release_date) values (:id, :title, :releaseDate)";

  String ACTOR = "insert into actors (id, name, birthday) values (:id, :name, :birthday)";

  String STUNTMAN =
      "insert into stuntmen (id, name, active, actor_id) values (:id, :name, :active, :actor.id)";

  String CONTACT_DETAILS =
      "insert into contact_details (id, phone_number, address, actor_id)"
          + " values (:id, :phoneNumber, :address, :actor.id)";

  /** A role is a record, so it is bound by its methods. */
  String ROLE =
      "insert into movies_actors (movie_id, actor_id) values (:movie.getId, :actor.getId)";

  void movies(List<Movie> movies);

  void actors(List<Actor> actors);

  void stuntmen(List<Stuntman> stuntmen);

  void contactDetails(List<ContactDetails> details);

  void roles(List<Role> roles);
}
