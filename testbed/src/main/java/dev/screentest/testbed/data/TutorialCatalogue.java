package dev.screentest.testbed.data;

import java.time.LocalDate;
import java.util.List;

/** The data of the SQLAlchemy ORM tutorial, with the ids that it gets in an empty schema. */
final class TutorialCatalogue implements Catalogue {

  private static final List<MovieFacts> MOVIES =
      List.of(
          new MovieFacts(1, "The Bourne Identity", LocalDate.of(2002, 10, 11), null),
          new MovieFacts(2, "Furious 7", LocalDate.of(2015, 4, 2), null),
          new MovieFacts(3, "Pain & Gain", LocalDate.of(2013, 8, 23), null));

  private static final List<ActorFacts> ACTORS =
      List.of(
          new ActorFacts(
              1,
              "Matt Damon",
              LocalDate.of(1970, 10, 8),
              new StuntmanFacts(1, "John Doe", true),
              List.of(new ContactFacts(1, "415 555 2671", "Burbank, CA"))),
          new ActorFacts(
              2,
              "Dwayne Johnson",
              LocalDate.of(1972, 5, 2),
              new StuntmanFacts(2, "John Roe", true),
              List.of(
                  new ContactFacts(2, "423 555 5623", "Glendale, CA"),
                  new ContactFacts(3, "421 444 2323", "West Hollywood, CA"))),
          new ActorFacts(
              3,
              "Mark Wahlberg",
              LocalDate.of(1971, 6, 5),
              new StuntmanFacts(3, "Richard Roe", true),
              List.of(new ContactFacts(4, "421 333 9428", "Glendale, CA"))));

  private static final List<List<Long>> CASTS = List.of(List.of(1L), List.of(2L), List.of(2L, 3L));

  @Override
  public long movies() {
    return MOVIES.size();
  }

  @Override
  public long actors() {
    return ACTORS.size();
  }

  @Override
  public MovieFacts movie(long id) {
    return MOVIES.get((int) id - 1);
  }

  @Override
  public ActorFacts actor(long id) {
    return ACTORS.get((int) id - 1);
  }

  @Override
  public List<Long> cast(long movieId) {
    return CASTS.get((int) movieId - 1);
  }
}
