package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.Contents;
import dev.screentest.testbed.data.StuntmanFacts;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Ten stuntmen marked inactive by a condition on their actors, by one statement. */
record DeactivateStuntmen() implements Deed<Integer> {

  private static final int STUNTMEN = 10;
  private static final long FIRST_ID = 1_000_000_001L;

  /** Before all that is in a data set: each operation has a day of its own. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);

  @Override
  public List<Integer> prepare(Stage stage, int operations) throws SQLException {
    stage.prepare(
        """
        insert into actors (id, name, birthday)
          select %1$d + n, 'Extra', date '%3$s' + n / %4$d from generate_series(0, %2$d) n;
        insert into stuntmen (id, name, active, actor_id)
          select %1$d + n, 'Double', true, %1$d + n from generate_series(0, %2$d) n
        """
            .formatted(FIRST_ID, operations * STUNTMEN - 1, FIRST_DAY, STUNTMEN));
    return IntStream.range(0, operations).boxed().toList();
  }

  @Override
  public Object perform(MovieStore store, Integer operation) {
    return store.write(
        work -> work.deactivateStuntmenOfActorsBornBefore(FIRST_DAY.plusDays(operation + 1L)));
  }

  @Override
  public void verify(Object result, Integer operation, Answers answers) {
    Difference.requireNone("number of stuntmen deactivated", STUNTMEN, result);
  }

  @Override
  public Contents expected(Contents initial, List<Integer> used, List<Integer> left) {
    return ContentsEdit.with(
        initial,
        List.of(),
        Stream.concat(
                used.stream().flatMap(operation -> actors(operation, false)),
                left.stream().flatMap(operation -> actors(operation, true)))
            .toList());
  }

  private static Stream<ActorFacts> actors(int operation, boolean active) {
    long first = FIRST_ID + (long) operation * STUNTMEN;
    return LongStream.range(first, first + STUNTMEN)
        .mapToObj(
            id ->
                new ActorFacts(
                    id,
                    "Extra",
                    FIRST_DAY.plusDays(operation),
                    new StuntmanFacts(id, "Double", active),
                    List.of()));
  }

  @Override
  public Bill bill() {
    return Bill.ofWrite(1, STUNTMEN).withRowsRead(0);
  }
}
