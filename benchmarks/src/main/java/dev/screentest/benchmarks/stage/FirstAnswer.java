package dev.screentest.benchmarks.stage;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a JVM that is started for one answer: pool, store, a movie by its id. It writes
 * the answer as soon as it has it, and then what the process spent until then.
 */
final class FirstAnswer {

  private static final Pattern PEAK = Pattern.compile("^VmHWM:\\s+(\\d+) kB$", Pattern.MULTILINE);

  private FirstAnswer() {}

  /** Takes the contestant, the schema and the id of the movie; the environment has the server. */
  public static void main(String[] arguments) throws IOException {
    LogLevels.quiet();
    Contestants contestants = Contestants.ofThisFork();
    Contestant contestant = contestants.resolve(arguments[0]);
    Thread.currentThread().setContextClassLoader(contestants.loader(contestant));
    try (PooledDatabase pool =
            PooledDatabase.join(
                (DatabaseSpec.External) DatabaseSpec.fromEnvironment(),
                arguments[1],
                options(),
                contestants.pools(contestant));
        MovieStore store = contestants.open(contestant, pool.dataSource())) {
      DataOutputStream out = new DataOutputStream(System.out);
      out.writeUTF(ask(store, Long.parseLong(arguments[2])));
      out.flush();
      out.writeLong(cpuNanos());
      out.writeLong(peakResidentBytes());
      out.flush();
    }
  }

  /** The pool of other workloads of one thread, so that opening it costs as much. */
  private static PoolOptions options() {
    return PoolPlan.ofThisJvm().options(1).withMetered(false);
  }

  /** Asks a store, and returns the answer as text. */
  static String ask(MovieStore store, long movieId) {
    return store.read(work -> work.findMovie(movieId)).map(FirstAnswer::text).orElse("none");
  }

  private static String text(Movie movie) {
    return text(movie.getTitle(), movie.getReleaseDate());
  }

  /** Returns the text of a movie that is the answer. */
  static String text(String title, @Nullable LocalDate releaseDate) {
    return title + ", " + releaseDate;
  }

  /** Asks the system and not a bean, which would take its time to be loaded. */
  private static long cpuNanos() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(Duration::toNanos)
        .orElse(FreshJvm.UNKNOWN);
  }

  private static long peakResidentBytes() {
    return status()
        .map(PEAK::matcher)
        .filter(Matcher::find)
        .map(peak -> Long.parseLong(peak.group(1)) * 1024)
        .orElse(FreshJvm.UNKNOWN);
  }

  private static Optional<String> status() {
    try {
      return Optional.of(Files.readString(Path.of("/proc/self/status")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
