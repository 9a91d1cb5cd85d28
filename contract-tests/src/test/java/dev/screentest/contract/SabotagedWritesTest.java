package dev.screentest.contract;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Relations;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.SavePlan;
import dev.screentest.domain.spi.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stores that write something else than they were told: the suite must name the rule. */
class SabotagedWritesTest {

  @Test
  void commitsNothing() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public void commit() {
                    rollback();
                  }
                })
        .isAtLeastFor("TX-1", "SAVE-1", "DEL-1")
        .says("TX-1", "check that the unit commits", "Expected size: 1 but was: 0");
  }

  @Test
  void commitsOnException() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public void rollback() {
                    commit();
                  }
                })
        .isFor(
            "TX-2",
            "TX-3",
            "TX-4",
            "TX-6",
            "TX-10",
            "TX-11",
            "TX-14",
            "TX-17",
            "BULK-5",
            "CONC-3",
            "DEL-10",
            "STREAM-7")
        .says("TX-3", "checked exceptions roll back", "rolled back");
  }

  @Test
  void forgetsTheCascade() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public void save(Movie movie) {
                    Set<Actor> cast = movie.getActors();
                    movie.setActors(new LinkedHashSet<>());
                    super.save(movie);
                    movie.setActors(cast);
                  }
                })
        .isAtLeastFor("SAVE-3", "SAVE-4", "SAVE-5")
        .spares("ID-2", "SAVE-1", "SAVE-2", "SAVE-12", "DEL-1")
        .says("SAVE-3", "new actors are inserted", "Dwayne Johnson");
  }

  @Test
  void forgetsOrphans() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  void write(SavePlan plan) {
                    plan.orphanedContactDetails().clear();
                    plan.orphanedStuntmen().clear();
                    super.write(plan);
                  }
                })
        .isFor(
            "ORPH-1", "ORPH-2", "ORPH-3", "ORPH-4", "ORPH-9", "ORPH-10", "ORPH-11", "MERGE-3",
            "MERGE-6", "MERGE-8", "MERGE-9")
        .says("ORPH-1", "compares the contact details", "address=goes");
  }

  @Test
  void deletesTooMuch() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public void delete(Movie movie) {
                    List<Long> cast =
                        view().roles.stream()
                            .filter(role -> role.movieId() == Rules.id(movie))
                            .map(Row.RoleRow::actorId)
                            .toList();
                    super.delete(movie);
                    change(tables -> cast.forEach(tables::deleteActor));
                  }
                })
        .isFor("DEL-1", "DEL-3", "DEL-9", "DEL-11", "DEL-12")
        .says("DEL-1", "takes its roles along, and nobody else", "Dwayne Johnson");
  }

  @Test
  void deletesTheActorWhoOnlyLeavesTheCast() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  void write(SavePlan plan) {
                    super.write(plan);
                    plan.lostRoles()
                        .forEach(
                            role -> change(tables -> tables.deleteActor(Rules.id(role.actor()))));
                  }
                })
        .isFor("SAVE-16", "SAVE-32", "ORPH-5", "MERGE-4", "MERGE-19")
        .says("SAVE-16", "nothing of the actor", "Dwayne Johnson");
  }

  @Test
  void setsTheIdsOfWhatItMerges() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public Movie merge(Movie detached) {
                    Movie copy = super.merge(detached);
                    if (Relations.isLoaded(detached.getActors())) {
                      for (Actor actor : detached.getActors()) {
                        actor.setId(actor.getId() == null ? Long.valueOf(1) : actor.getId());
                      }
                    }
                    return copy;
                  }
                })
        .isFor("MERGE-3")
        .says("MERGE-3", "takes values, not objects", "actor null 'new'");
  }

  @Test
  void handsOutTheSameBlockOfIdsAgain() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, new IdBlocks(), kind) {
                  @Override
                  long nextValue(Table table) {
                    return Witness.FIRST_SEQUENCE_ID;
                  }
                })
        .isAtLeastFor("ID-2")
        .says("ID-2", "not handed out twice", "breaks a constraint");
  }

  @Test
  void takesARowThatHasGoneForDeleted() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  void write(SavePlan plan) {
                    plan.orphanedContactDetails()
                        .removeIf(details -> !view().contacts.containsKey(Rules.id(details)));
                    super.write(plan);
                  }
                })
        .isFor("ORPH-10")
        .says("ORPH-10", "the number of deleted rows is looked at", "Expecting code to raise");
  }

  @Test
  void retitlesAllMovies() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public boolean retitleMovie(long id, String title) {
                    List.copyOf(view().movies.keySet())
                        .forEach(other -> super.retitleMovie(other, title));
                    return view().movies.containsKey(id);
                  }
                })
        .isFor("BULK-8", "BULK-9")
        .says("BULK-8", "of it the title alone", "same");
  }

  @Test
  void saysThatItRetitledAMovieThatIsNotThere() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public boolean retitleMovie(long id, String title) {
                    super.retitleMovie(id, title);
                    return true;
                  }
                })
        .isFor("BULK-9")
        .says("BULK-9", "no row is no error", "whether there is a movie 2");
  }

  @Test
  void writesUnchangedObjectsOverANewTitle() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  public void save(Movie movie) {
                    super.save(movie);
                    change(
                        tables ->
                            tables.update(
                                Row.movie(
                                    Rules.id(movie), movie.getTitle(), movie.getReleaseDate())));
                  }
                })
        .isFor("BULK-10")
        .says("BULK-10", "nor is written over", "before");
  }

  @Test
  void trimsTexts() {
    Blame.ofSessions(
            (database, variant, ids, kind) ->
                new MemorySession(database, variant, ids, kind) {
                  @Override
                  void write(SavePlan plan) {
                    plan.newMovies().forEach(movie -> movie.setTitle(movie.getTitle().strip()));
                    super.write(plan);
                  }
                })
        .isFor("TEXT-6", "TEXT-7")
        .says("TEXT-7", "check that nothing trims", "both ends");
  }
}
