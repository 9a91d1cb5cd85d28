package dev.screentest.contract;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows that a saved, loaded graph must have become. */
final class GraphRows {

  private GraphRows() {}

  /** Returns the rows of movies with their casts, each row once. */
  static List<Row> of(Collection<Movie> movies) {
    Set<Row> rows = new LinkedHashSet<>();
    for (Movie movie : movies) {
      rows.add(Row.movie(Rules.id(movie), movie.getTitle(), movie.getReleaseDate()));
      for (Actor actor : movie.getActors()) {
        rows.add(Row.role(Rules.id(movie), Rules.id(actor)));
        addActor(actor, rows);
      }
    }
    return new ArrayList<>(rows);
  }

  private static void addActor(Actor actor, Set<Row> rows) {
    long id = Rules.id(actor);
    rows.add(Row.actor(id, actor.getName(), actor.getBirthday()));
    Stuntman stuntman = actor.getStuntman();
    if (stuntman != null) {
      rows.add(Row.stuntman(Rules.id(stuntman), stuntman.getName(), stuntman.isActive(), id));
    }
    for (ContactDetails details : actor.getContactDetails()) {
      rows.add(Row.contact(Rules.id(details), details.getPhoneNumber(), details.getAddress(), id));
    }
  }
}
