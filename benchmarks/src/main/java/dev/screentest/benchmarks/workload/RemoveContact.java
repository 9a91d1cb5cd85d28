package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.Actor;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.Contents;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Contact details taken out of an actor's list: an orphan, which goes with the save. */
record RemoveContact() implements Deed<Long> {

  @Override
  public List<Long> prepare(Stage stage, int operations) throws SQLException {
    return ExtraActors.insert(stage, operations);
  }

  @Override
  public Object perform(MovieStore store, Long actorId) {
    return store.write(
        work -> {
          Actor actor = work.findActorWithContactDetails(actorId).orElseThrow();
          actor.removeContactDetails(actor.getContactDetails().iterator().next());
          work.save(actor);
          return actor;
        });
  }

  @Override
  public Contents expected(Contents initial, List<Long> used, List<Long> left) {
    Set<Long> changed = Set.copyOf(used);
    return ContentsEdit.withActors(
        ExtraActors.added(initial, Stream.concat(used.stream(), left.stream()).toList()),
        actor -> changed.contains(actor.id()) ? withoutFirstContact(actor) : actor);
  }

  private static ActorFacts withoutFirstContact(ActorFacts actor) {
    return new ActorFacts(
        actor.id(),
        actor.name(),
        actor.birthday(),
        actor.stuntman(),
        ExtraActors.contacts(actor.id()).subList(1, ExtraActors.CONTACTS));
  }

  @Override
  public Bill bill() {
    return Bill.ofWrite(2, 1);
  }
}
