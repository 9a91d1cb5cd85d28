package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.stage.PoolPlan;
import dev.screentest.testbed.database.PoolLibrary;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The pool of all contestants, in the words of SQLAlchemy's QueuePool. */
final class PoolingOptions {

  /** What a single server could stand, and more than anybody's pool should have. */
  private static final int MOST = 1_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--pool",
      paramLabel = "LIBRARY",
      description = {
        "The pool's library, for all contestants alike: ${COMPLETION-CANDIDATES}",
        "(default: hikaricp), each as safe as it can be made."
      })
  private PoolLibrary library = PoolPlan.DEFAULT.library();

  @Option(
      names = "--pool-size",
      paramLabel = "N",
      description = "Connections that are kept (default: as many as the workload needs).")
  private @Nullable Integer size;

  @Option(
      names = "--max-overflow",
      paramLabel = "N",
      description = "Further connections when those are lent (default: 0, a fixed pool).")
  private int maxOverflow;

  @Option(
      names = "--pool-timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long a borrower waits for a connection (default: 30s).")
  private Duration timeout = PoolPlan.DEFAULT.timeout();

  @Option(
      names = "--pool-recycle",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Replace connections that are older (default: never).")
  private Duration recycle = PoolPlan.DEFAULT.recycle();

  @Option(
      names = "--pool-pre-ping",
      description = {
        "Try each connection with a round trip before it is lent, and not only one that lay idle",
        "for half a second (dbcp2 and c3p0 always do, vibur after a second)."
      })
  private boolean isPrePing;

  /**
   * Returns the pool.
   *
   * @throws ParameterException if its library does not know what is asked for
   */
  PoolPlan plan() {
    if (size != null && (size < 1 || size > MOST)) {
      throw usage("--pool-size is %d; from 1 to %d.".formatted(size, MOST));
    }
    if (maxOverflow < 0 || maxOverflow > MOST) {
      throw usage("--max-overflow is %d; from 0 to %d.".formatted(maxOverflow, MOST));
    }
    Optional<Duration> least = library.leastLifetime();
    if (!recycle.isZero() && least.isEmpty()) {
      throw usage(
          "--pool-recycle: %s knows no limit of age; leave it out or take another --pool."
              .formatted(library.title()));
    }
    if (!recycle.isZero() && least.isPresent() && recycle.compareTo(least.get()) < 0) {
      throw usage(
          "--pool-recycle is %ds; %s takes %ds or more."
              .formatted(recycle.toSeconds(), library.title(), least.get().toSeconds()));
    }
    return new PoolPlan(library, size, maxOverflow, timeout, recycle, isPrePing);
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
