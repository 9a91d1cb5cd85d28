package dev.screentest.benchmarks.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.benchmarks.baton.ActedFork.End;
import dev.screentest.benchmarks.baton.ActedFork.Stagehand;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatonHostTest {

  /** Nobody who is alive takes so long, on the busiest machine. */
  private static final Duration PATIENT = Duration.ofSeconds(60);

  /** For those that hang; whoever else takes so long is ended as well, which is no fault. */
  private static final Duration IMPATIENT = Duration.ofSeconds(1);

  private static final int SLICES = 12;

  private final Map<Path, ActedFork> forks = new ConcurrentHashMap<>();
  private final Stagehand stagehand = new Stagehand();
  private final BatonHost host;

  BatonHostTest() throws IOException {
    host = BatonHost.open(this::end);
  }

  @AfterEach
  void close() throws IOException {
    host.close();
    forks.values().forEach(Thread::interrupt);
  }

  private ActedFork fork(Path invitation) {
    return Objects.requireNonNull(forks.get(invitation), "nobody got " + invitation);
  }

  private void end(Path invitation, long pid) throws InterruptedException {
    ActedFork fork = fork(invitation);
    fork.interrupt();
    fork.join();
  }

  private Seat start(End end, int lastSlice) throws IOException {
    Seat seat = host.seat();
    ActedFork fork = new ActedFork(seat.invitation(), SLICES, end, lastSlice, stagehand);
    forks.put(seat.invitation(), fork);
    fork.start();
    return seat;
  }

  /** Plays a round as the engine does: each slice in an order of its own. */
  private Map<Seat, Integer> play(List<Seat> seats, Random random, Duration patience)
      throws InterruptedException {
    Map<Seat, Integer> done = new HashMap<>();
    for (int slice = 0; slice < SLICES; slice++) {
      List<Seat> order = new ArrayList<>(seats);
      Collections.shuffle(order, random);
      for (Seat seat : order) {
        if (!seat.isGone()) {
          try {
            host.pass(seat, patience);
            done.merge(seat, 1, Integer::sum);
          } catch (ForkGoneException e) {
            assertThat(seat.isGone()).isTrue();
          }
        }
      }
    }
    return done;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void exactlyOneMeasuresAndTheOthersGoOnWhoeverDies(long seed)
      throws IOException, InterruptedException {
    Random random = new Random(seed);
    List<End> ends = List.of(End.WELL, End.DIES, End.THROWS, End.SPEAKS_OUT_OF_TURN);
    Map<Seat, Integer> expected = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      End end = ends.get(random.nextInt(ends.size()));
      int last = random.nextInt(SLICES);
      expected.put(start(end, last), end == End.WELL ? SLICES : last);
    }

    Map<Seat, Integer> done = play(List.copyOf(expected.keySet()), random, PATIENT);

    expected.values().removeIf(slices -> slices == 0);
    assertThat(done).isEqualTo(expected);
    assertThat(stagehand.mostAtOnce()).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whoHangsIsEndedBeforeTheNextMeasures(long seed) throws IOException, InterruptedException {
    Random random = new Random(seed);
    List<Seat> seats =
        List.of(
            start(End.WELL, 0),
            start(End.HANGS, random.nextInt(SLICES)),
            start(End.WELL, 0),
            start(End.HANGS, random.nextInt(SLICES)));

    play(seats, random, IMPATIENT);

    assertThat(stagehand.mostAtOnce()).isEqualTo(1);
    assertThat(seats.get(1).isGone()).isTrue();
    assertThat(seats.get(3).isGone()).isTrue();
    assertThat(fork(seats.get(1).invitation()).isAlive()).isFalse();
  }

  @Test
  void exactlyOneMeasuresHoweverManyThreadsHandOutTurns() throws IOException, InterruptedException {
    List<Thread> players = new ArrayList<>();
    Map<Seat, Integer> done = new ConcurrentHashMap<>();
    for (int i = 0; i < 4; i++) {
      Seat seat = start(End.WELL, 0);
      Thread player =
          new Thread(
              () -> {
                try {
                  for (int slice = 0; slice < SLICES; slice++) {
                    host.pass(seat, PATIENT);
                    done.merge(seat, 1, Integer::sum);
                  }
                } catch (ForkGoneException | InterruptedException e) {
                  // Its slices are missing then.
                }
              });
      player.start();
      players.add(player);
    }
    for (Thread player : players) {
      player.join();
    }

    assertThat(done.values()).containsExactly(SLICES, SLICES, SLICES, SLICES);
    assertThat(stagehand.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void whoNeverComesIsNamedSo() throws IOException {
    Seat seat = host.seat();
    forks.put(seat.invitation(), new ActedFork(seat.invitation(), 0, End.WELL, 0, stagehand));

    assertThatThrownBy(() -> host.pass(seat, Duration.ofMillis(10)))
        .isInstanceOf(ForkGoneException.class)
        .hasMessage("the fork took longer than 0 s to get ready");
    assertThat(seat.invitation()).doesNotExist();
  }

  @Test
  void aForkTellsWhatItIsAndWhatItSaw() throws Exception {
    Seat seat = start(End.WELL, 0);

    Readiness readiness = seat.awaitReady(PATIENT);
    Performance performance = host.pass(seat, PATIENT);

    assertThat(seat.hello())
        .hasValueSatisfying(hello -> assertThat(hello.jvm()).isEqualTo("acted"));
    assertThat(readiness.backends()).containsExactly(readiness.thread());
    assertThat(performance).isEqualTo(new Performance(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
  }

  @Test
  void aForkThatHasFinishedWaitsUntilItIsDismissed() throws Exception {
    Seat seat = start(End.WELL, 0);
    play(List.of(seat), new Random(1), PATIENT);

    seat.awaitFinished(PATIENT);
    Thread fork = fork(seat.invitation());
    assertThat(fork.isAlive()).isTrue();
    seat.dismiss();

    fork.join();
    assertThat(seat.isGone()).isFalse();
  }

  @Test
  void aStrangerGetsNoTurn() throws Exception {
    Seat seat = start(End.WELL, 0);
    seat.awaitReady(PATIENT);

    // The port is that of every seat; who has come has taken its own invitation away
    try (Socket stranger = ActedFork.intrude(host.seat().invitation(), "guessed")) {
      assertThat(stranger.getInputStream().read()).as("the end of the stream").isEqualTo(-1);
    }
    assertThat(host.pass(seat, PATIENT)).isNotNull();
  }

  @Test
  void theSecretIsForItsOwnerOnly() throws IOException {
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(host.seat().invitation())))
        .isEqualTo("rw-------");
  }

  @Test
  void aForkNoticesThatItsHostIsGone() throws Exception {
    Seat seat = host.seat();
    CountDownLatch noticed = new CountDownLatch(1);
    try (Baton baton =
        Baton.connect(seat.invitation(), new Hello(1, "acted", List.of()), noticed::countDown)) {
      Thread waiting =
          new Thread(
              () -> {
                try {
                  baton.await(new Readiness(0, List.of()));
                } catch (InterruptedException e) {
                  // The end of this test.
                }
              });
      waiting.start();
      seat.awaitReady(PATIENT);

      host.close();

      noticed.await();
      waiting.interrupt();
    }
  }
}
