package dev.screentest.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads perform units of work and looks on: one load after the other, each with threads of
 * its own. The thread that calls it asks the pool how it is, some six hundred times a second and
 * never in step with anything.
 */
public final class LoadGenerator {

  /** Time to start threads, so that all begin at once. */
  private static final Duration START = Duration.ofMillis(30);

  private static final long NANOS_BETWEEN_SAMPLES = 1_000_000;
  private static final long NANOS_TO_LOOK = 1_000_000;
  private static final int LEAD_INS_AT_MOST = 20;

  /** Whoever waits for a connection gives up earlier. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Clock clock = Clock.SYSTEM;
  private final SplittableRandom random = new SplittableRandom();

  /**
   * Runs a load to its end.
   *
   * @param gauge asks the pool
   * @throws IllegalStateException if a thread does not end, or ends by an {@code Error}
   */
  public TracedResult run(LoadShape shape, UnitsOfLoad units, Gauge gauge)
      throws InterruptedException {
    Window window = new Window();
    LongAdder done = new LongAdder();
    long begin = clock.nanos() + START.toNanos();
    List<Phase> phases = shape.phases();
    Arrivals arrivals = phases == null ? null : new Arrivals(phases, begin, shape.seed());
    List<Recorder> recorders = new ArrayList<>();
    List<Worker> workers = new ArrayList<>();
    for (int thread = 0; thread < shape.threads(); thread++) {
      Recorder recorder = new Recorder(window, shape.isTraced());
      recorders.add(recorder);
      workers.add(
          new Worker(clock, window, recorder, units.forThread(thread), arrivals, begin, done));
    }
    CountDownLatch ended = start(shape.kind(), workers);
    clock.pauseUntil(begin);
    open(window, shape, begin, done);
    CpuUse cpu = new CpuUse();
    cpu.start();
    Samples samples = sample(window, recorders, gauge, shape.connections());
    double machineLoad = cpu.machine();
    double clientCpus = cpu.process(window.seconds());
    double compilers = cpu.compiler(window.seconds());
    if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "%d of %d threads did not come back within %d s"
              .formatted(ended.getCount(), shape.threads(), PATIENCE.toSeconds()));
    }
    requireWhole(workers);
    return new TracedResult(
        result(window, recorders, samples, machineLoad, clientCpus, compilers),
        Course.of(recorders.stream().map(Recorder::trace).filter(Objects::nonNull).toList()));
  }

  private static CountDownLatch start(ThreadKind kind, List<Worker> workers) {
    CountDownLatch ended = new CountDownLatch(workers.size());
    for (int thread = 0; thread < workers.size(); thread++) {
      Worker worker = workers.get(thread);
      kind.start(
          "screentest-load-" + thread,
          () -> {
            try {
              worker.run();
            } finally {
              ended.countDown();
            }
          });
    }
    return ended;
  }

  private void open(Window window, LoadShape shape, long begin, LongAdder done)
      throws InterruptedException {
    long start = begin + shape.leadIn().toNanos();
    if (shape.phases() == null) {
      long latest = begin + shape.leadIn().multipliedBy(LEAD_INS_AT_MOST).toNanos();
      clock.pauseUntil(start);
      while (done.sum() < shape.leadInUnits() && clock.nanos() < latest) {
        clock.pauseUntil(clock.nanos() + NANOS_TO_LOOK);
      }
      start = clock.nanos();
    }
    window.set(start, start + shape.measured().toNanos());
    clock.pauseUntil(start);
  }

  private Samples sample(Window window, List<Recorder> recorders, Gauge gauge, int connections)
      throws InterruptedException {
    Samples samples = new Samples();
    long now = clock.nanos();
    while (!window.isOver(now)) {
      samples.add(
          (now - window.start()) / 1e9 / window.seconds(),
          gauge.inUse(),
          (int) recorders.stream().filter(Recorder::isWaiting).count(),
          Starvation.isThere(recorders, connections));
      clock.pauseUntil(now + NANOS_BETWEEN_SAMPLES + random.nextLong(NANOS_BETWEEN_SAMPLES));
      now = clock.nanos();
    }
    return samples;
  }

  private static void requireWhole(List<Worker> workers) {
    for (Worker worker : workers) {
      @Nullable Throwable end = worker.end();
      if (end != null) {
        throw new IllegalStateException("a thread of the load ended by " + end, end);
      }
    }
  }

  private static LoadResult result(
      Window window,
      List<Recorder> recorders,
      Samples samples,
      double machineLoad,
      double clientCpus,
      double compilers) {
    double windowNanos = window.seconds() * 1e9;
    return new LoadResult(
        window.seconds(),
        recorders.stream().mapToLong(Recorder::units).sum(),
        merged(recorders, Recorder::latency),
        merged(recorders, Recorder::lateness),
        merged(recorders, Recorder::waits),
        merged(recorders, Recorder::holds),
        samples.meanInUse(),
        samples.inUseByPart(),
        recorders.stream().mapToLong(Recorder::heldInWindow).sum() / windowNanos,
        samples.meanWaiting(),
        samples.mostWaiting(),
        samples.count(),
        samples.starvedShare(),
        recorders.stream().mapToLong(Recorder::timeouts).sum(),
        recorders.stream().mapToLong(Recorder::errors).sum(),
        recorders.stream()
            .flatMap(recorder -> Stream.ofNullable(recorder.firstError()))
            .findFirst()
            .orElse(null),
        machineLoad,
        clientCpus,
        compilers);
  }

  private static Distribution merged(List<Recorder> recorders, Function<Recorder, Tally> part) {
    Tally all = new Tally();
    recorders.forEach(recorder -> all.addAll(part.apply(recorder)));
    return Distribution.of(all);
  }
}
