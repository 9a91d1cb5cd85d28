package dev.screentest.benchmarks.run;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DurabilityProfile;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.delay.NetworkDelay;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long a movie with its cast takes besides its waiting: behind next to no delay, behind one of
 * a millisecond, and behind none but after a pause as long as that of its two round trips, outside
 * of any socket. Tells what is the delay's doing and what any pause's. Printed, and only run by its
 * name (CONTRIBUTING.md has the command).
 */
class OperationAfterPause {

  private static final Duration DELAY = Duration.ofMillis(1);
  private static final int ROUND_TRIPS = 2;
  private static final int TURNS = 5;
  private static final long WARMUP_NANOS = 15_000_000_000L;
  private static final long SLICE_NANOS = 2_000_000_000L;

  private final SplittableRandom random = new SplittableRandom(1);

  @ParameterizedTest
  @ValueSource(strings = {"jdbc", "hibernate", "mybatis", "jdbi"})
  void movieWithCast(String implementation) throws SQLException, IOException, InterruptedException {
    Contestants contestants = Contestants.onClassPath();
    PoolOptions options =
        PoolOptions.defaults().withSize(1).withMetered(false).withNetworkDelay(DELAY);
    try (Database database = Database.start(new DatabaseSpec.Embedded(), DurabilityProfile.MEMORY);
        Stage stage =
            Stage.open(
                database,
                contestants,
                contestants.resolve(implementation),
                DataSet.SMALL.catalogue(),
                options)) {
      OneCpu.bind(stage);
      NetworkDelay delay = stage.pool().delay().orElseThrow();
      long movies = DataSet.SMALL.catalogue().movies();
      Runnable find = () -> find(stage, 1 + random.nextLong(movies));
      delay.rehearse(true);
      microsBesidesWaiting(find, delay, WARMUP_NANOS, 0);
      double near = 0;
      double delayed = 0;
      double paused = 0;
      for (int turn = 0; turn < TURNS; turn++) {
        near += microsBesidesWaiting(find, delay, SLICE_NANOS, 0) / TURNS;
        delay.rehearse(false);
        delayed += microsBesidesWaiting(find, delay, SLICE_NANOS, 0) / TURNS;
        delay.rehearse(true);
        paused +=
            microsBesidesWaiting(find, delay, SLICE_NANOS, ROUND_TRIPS * DELAY.toNanos()) / TURNS;
      }
      System.out.printf(
          Locale.ROOT,
          "%s: near %.0f µs, behind a delay %.0f µs (%+.1f %%), after a pause %.0f µs (%+.1f %%)%n",
          implementation,
          near,
          delayed,
          100 * (delayed / near - 1),
          paused,
          100 * (paused / near - 1));
    }
  }

  private static void find(Stage stage, long id) {
    boolean isFound =
        stage
            .store()
            .read(
                work ->
                    !work.moviesWithCast(
                            IdRange.of(id), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED)
                        .isEmpty());
    if (!isFound) {
      throw new IllegalStateException("there is no movie " + id);
    }
  }

  private static double microsBesidesWaiting(
      Runnable operation, NetworkDelay delay, long sliceNanos, long pauseNanos) {
    long waited = delay.delays().nanos();
    long spent = 0;
    int operations = 0;
    for (long end = System.nanoTime() + sliceNanos; System.nanoTime() < end; operations++) {
      for (long go = System.nanoTime() + pauseNanos; System.nanoTime() < go; ) {
        Thread.onSpinWait();
      }
      long began = System.nanoTime();
      operation.run();
      spent += System.nanoTime() - began;
    }
    return (spent - (delay.delays().nanos() - waited)) / 1e3 / operations;
  }
}
