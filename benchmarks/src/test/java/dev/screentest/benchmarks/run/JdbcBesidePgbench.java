package dev.screentest.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.benchmarks.statistics.LogRatios;
import dev.screentest.benchmarks.statistics.RatioInterval;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.DataSet;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DurabilityProfile;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.meter.SentStatement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long the floor, {@code jdbc}, takes to find a movie by its id beside {@code pgbench -M
 * prepared}, which sends the same SQL over the same TCP and reads no value: in turns, both on one
 * CPU with their backends, in several JVMs. Printed, and only run by its name (CONTRIBUTING.md has
 * the command).
 */
class JdbcBesidePgbench {

  private static final String PGBENCH = "pgbench";
  private static final int JVMS = 10;
  private static final int TURNS = 8;
  private static final int WARMUP = 40_000;
  private static final long SLICE_NANOS = 1_000_000_000L;
  private static final Pattern TRANSACTIONS_PER_SECOND = Pattern.compile("tps = ([0-9.]+)");
  private static final Pattern LAST_LINE = Pattern.compile("([0-9.]+) ([0-9.]+)\\s*$");

  /** Half a minute for each JVM. */
  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void findMovie() throws IOException, InterruptedException {
    double[] jdbc = new double[JVMS];
    double[] pgbench = new double[JVMS];
    for (int jvm = 0; jvm < JVMS; jvm++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xms512m",
                  "-Xmx512m",
                  "-XX:+UseG1GC",
                  "-XX:+AlwaysPreTouch",
                  "-cp",
                  System.getProperty("java.class.path"),
                  OneJvm.class.getName(),
                  System.getProperty(PGBENCH, PGBENCH))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      Matcher line = LAST_LINE.matcher(said);
      assertThat(line.find()).as(said).isTrue();
      jdbc[jvm] = Double.parseDouble(line.group(1));
      pgbench[jvm] = Double.parseDouble(line.group(2));
      System.out.printf(Locale.ROOT, "JDBC %.2f µs, pgbench %.2f µs%n", jdbc[jvm], pgbench[jvm]);
    }
    RatioInterval ratio = LogRatios.of(jdbc, pgbench).interval(0.95);
    System.out.printf(
        Locale.ROOT,
        "%d JVMs: JDBC takes %.3f [%.3f, %.3f] times as long as pgbench%n",
        JVMS,
        ratio.ratio(),
        ratio.low(),
        ratio.high());
  }

  /** One JVM: its last line is what an operation took here and there, in microseconds. */
  static final class OneJvm {

    private final String pgbench;
    private final Database database;
    private final Stage stage;
    private final SplittableRandom random = new SplittableRandom(1);
    private final long movies = DataSet.SMALL.catalogue().movies();
    private long operations;

    private OneJvm(String pgbench, Database database, Stage stage) {
      this.pgbench = pgbench;
      this.database = database;
      this.stage = stage;
    }

    public static void main(String[] arguments)
        throws SQLException, IOException, InterruptedException {
      try (Database database =
              Database.start(new DatabaseSpec.Embedded(), DurabilityProfile.MEMORY);
          Stage metered = open(database, PoolOptions.defaults().withSize(1));
          Stage stage = open(database, PoolOptions.defaults().withSize(1).withMetered(false))) {
        new OneJvm(arguments[0], database, stage).compare(sql(metered));
      }
    }

    private static Stage open(Database database, PoolOptions options) throws SQLException {
      Contestants contestants = Contestants.onClassPath();
      return Stage.open(
          database, contestants, contestants.resolve("jdbc"), DataSet.SMALL.catalogue(), options);
    }

    /** Returns what JDBC sends, with pgbench's variable where the driver binds the id. */
    private static String sql(Stage metered) {
      // A pool tries a connection that lay idle.
      List<SentStatement> sent =
          metered.pool().wire().observeInFull(() -> find(metered.store(), 1)).stream()
              .filter(SentStatement::isWork)
              .toList();
      assertThat(sent).hasSize(1);
      String sql = sent.get(0).sql();
      assertThat(sql).contains("$1").doesNotContain("$2");
      return sql.replace("$1", ":id").replace('\n', ' ');
    }

    private static void find(MovieStore store, long id) {
      if (store.query(work -> work.findMovie(id)).isEmpty()) {
        throw new IllegalStateException("there is no movie " + id);
      }
    }

    private void compare(String sql) throws SQLException, IOException, InterruptedException {
      Path script = Files.createTempFile("screentest", ".pgbench");
      Files.writeString(script, "\\set id random(1, %d)%n%s;%n".formatted(movies, sql));
      bind();
      for (int i = 0; i < WARMUP; i++) {
        find(stage.store(), 1 + random.nextLong(movies));
      }
      pgbench(script);
      double jdbcMicros = 0;
      double pgbenchMicros = 0;
      Path thread = Path.of("/proc/thread-self").toRealPath();
      Path backend = Path.of("/proc", OneCpu.ask(stage, "select pg_backend_pid()"));
      for (int turn = 0; turn < TURNS; turn++) {
        long operationsBefore = operations;
        long threadBefore = onCpu(thread);
        long backendBefore = onCpu(backend);
        double jdbc = jdbc();
        double done = operations - operationsBefore;
        double threadMicros = (onCpu(thread) - threadBefore) / 1e3 / done;
        double backendMicros = (onCpu(backend) - backendBefore) / 1e3 / done;
        double pgbench = pgbench(script);
        System.err.printf(
            Locale.ROOT,
            "turn %d: JDBC %.2f µs (thread %.2f, backend %.2f), pgbench %.2f µs%n",
            turn + 1,
            jdbc,
            threadMicros,
            backendMicros,
            pgbench);
        jdbcMicros += jdbc / TURNS;
        pgbenchMicros += pgbench / TURNS;
      }
      Files.delete(script);
      System.out.printf(Locale.ROOT, "%.4f %.4f%n", jdbcMicros, pgbenchMicros);
    }

    /** Binds this thread and its backend to a CPU, and all backends to come with them. */
    private void bind() throws SQLException, IOException, InterruptedException {
      long backend = OneCpu.bind(stage);
      long postmaster = ProcessHandle.of(backend).orElseThrow().parent().orElseThrow().pid();
      assertThat(run(Map.of(), "taskset", "-c", "-p", OneCpu.number(), String.valueOf(postmaster)))
          .contains("new affinity");
    }

    /** Returns for how many nanoseconds a task had a CPU so far. */
    private static long onCpu(Path task) throws IOException {
      return Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ", -1)[0]);
    }

    private double jdbc() {
      long began = System.nanoTime();
      long before = operations;
      long now = began;
      while (now - began < SLICE_NANOS) {
        find(stage.store(), 1 + random.nextLong(movies));
        operations++;
        now = System.nanoTime();
      }
      return (now - began) / 1e3 / (operations - before);
    }

    private double pgbench(Path script) throws SQLException, IOException, InterruptedException {
      Map<String, String> environment = database.childEnvironment();
      String url = environment.get(DatabaseSpec.VARIABLE);
      Matcher address = Pattern.compile("//([^:/]+):(\\d+)/(\\w+)").matcher(String.valueOf(url));
      assertThat(address.find()).isTrue();
      String said =
          run(
              Map.of(
                  "PGUSER",
                  String.valueOf(environment.get("PGUSER")),
                  "PGPASSWORD",
                  String.valueOf(environment.get("PGPASSWORD")),
                  "PGSSLMODE",
                  "disable",
                  "PGOPTIONS",
                  "-c search_path=" + OneCpu.ask(stage, "select current_schema()")),
              "taskset",
              "-c",
              OneCpu.number(),
              pgbench,
              "-n",
              "-M",
              "prepared",
              "-c",
              "1",
              "-j",
              "1",
              "-T",
              String.valueOf(SLICE_NANOS / 1_000_000_000L),
              "-f",
              script.toString(),
              "-h",
              address.group(1),
              "-p",
              address.group(2),
              address.group(3));
      Matcher rate = TRANSACTIONS_PER_SECOND.matcher(said);
      assertThat(rate.find()).as(said).isTrue();
      return 1e6 / Double.parseDouble(rate.group(1));
    }

    private static String run(Map<String, String> environment, String... command)
        throws IOException, InterruptedException {
      ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return said;
    }
  }
}
