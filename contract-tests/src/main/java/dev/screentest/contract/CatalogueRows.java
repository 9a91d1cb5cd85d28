package dev.screentest.contract;

import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.ContactFacts;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.data.MovieFacts;
import dev.screentest.testbed.data.StuntmanFacts;
import java.util.ArrayList;
import java.util.List;

/** The rows of a data set, for a witness to insert. */
final class CatalogueRows {

  private CatalogueRows() {}

  /** Returns the rows of the SQLAlchemy tutorial, with ids from 1. */
  static List<Row> tutorial() {
    return of(DataSet.TUTORIAL.catalogue());
  }

  /** Returns all rows of a catalogue, parents first. */
  static List<Row> of(Catalogue catalogue) {
    List<Row> rows = new ArrayList<>();
    for (long id = 1; id <= catalogue.movies(); id++) {
      MovieFacts movie = catalogue.movie(id);
      rows.add(Row.movie(id, movie.title(), movie.releaseDate()));
    }
    for (long id = 1; id <= catalogue.actors(); id++) {
      addActor(catalogue.actor(id), rows);
    }
    for (long id = 1; id <= catalogue.movies(); id++) {
      for (long actorId : catalogue.cast(id)) {
        rows.add(Row.role(id, actorId));
      }
    }
    return rows;
  }

  private static void addActor(ActorFacts actor, List<Row> rows) {
    rows.add(Row.actor(actor.id(), actor.name(), actor.birthday()));
    StuntmanFacts stuntman = actor.stuntman();
    if (stuntman != null) {
      rows.add(Row.stuntman(stuntman.id(), stuntman.name(), stuntman.active(), actor.id()));
    }
    List<ContactFacts> contacts = actor.contactDetails();
    if (contacts != null) {
      for (ContactFacts contact : contacts) {
        rows.add(Row.contact(contact.id(), contact.phoneNumber(), contact.address(), actor.id()));
      }
    }
  }
}
