package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.Actor;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.Stuntman;
import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.Contents;
import dev.screentest.testbed.data.StuntmanFacts;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another stuntman for an actor: the old one is an orphan, which goes with the save. */
record ReplaceStuntman() implements Deed<ReplaceStuntman.Replacement> {

  /** An actor and its new stuntman, who has an id afterwards. */
  record Replacement(long actorId, Stuntman stuntman) {}

  @Override
  public List<Replacement> prepare(Stage stage, int operations) throws SQLException {
    return ExtraActors.insert(stage, operations).stream()
        .map(id -> new Replacement(id, new Stuntman("New Double", false)))
        .toList();
  }

  @Override
  public Object perform(MovieStore store, Replacement replacement) {
    return store.write(
        work -> {
          Actor actor = work.findActor(replacement.actorId).orElseThrow();
          actor.setStuntman(replacement.stuntman);
          work.save(actor);
          return actor;
        });
  }

  @Override
  public Contents expected(Contents initial, List<Replacement> used, List<Replacement> left) {
    Map<Long, Replacement> changed =
        used.stream().collect(Collectors.toMap(Replacement::actorId, Function.identity()));
    List<Long> all = Stream.concat(used.stream(), left.stream()).map(Replacement::actorId).toList();
    return ContentsEdit.withActors(
        ExtraActors.added(initial, all),
        actor -> {
          Replacement replacement = changed.get(actor.id());
          return replacement == null ? actor : with(actor, replacement.stuntman);
        });
  }

  private static ActorFacts with(ActorFacts actor, Stuntman stuntman) {
    return new ActorFacts(
        actor.id(),
        actor.name(),
        actor.birthday(),
        StuntmanFacts.of(stuntman),
        actor.contactDetails());
  }

  @Override
  public Bill bill() {
    return Bill.ofWrite(3, 2).withNewIds(1);
  }
}
