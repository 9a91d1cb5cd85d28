package dev.screentest.jdbc;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.spi.SavePlan.Role;
import java.sql.SQLException;
import java.util.List;

/** A way to insert rows. Nothing is sent for an empty list. */
sealed interface Inserter permits RowInserter, ReturningInserter, ArrayInserter {

  void movies(List<Movie> movies) throws SQLException;

  void actors(List<Actor> actors) throws SQLException;

  void stuntmen(List<Stuntman> stuntmen) throws SQLException;

  void contactDetails(List<ContactDetails> contactDetails) throws SQLException;

  void roles(List<Role> roles) throws SQLException;
}
