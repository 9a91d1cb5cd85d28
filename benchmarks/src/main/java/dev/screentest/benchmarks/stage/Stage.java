package dev.screentest.benchmarks.stage;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.domain.Capability;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.data.Contents;
import dev.screentest.testbed.data.LoadProgress;
import dev.screentest.testbed.data.Loader;
import dev.screentest.testbed.data.MovieFacts;
import dev.screentest.testbed.data.Vacuum;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.Workspace;
import dev.screentest.testbed.meter.ConnectionMeter;
import dev.screentest.testbed.meter.Testimony;
import dev.screentest.testbed.meter.WireMeter;
import dev.screentest.testbed.meter.WireWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * A schema with a data set in it, a pool on it, and the store of a contestant on that. While it is
 * open, the thread that opened it looks for classes where the contestant's are.
 */
public final class Stage implements AutoCloseable {

  /** Keeps the sequences where they are: a store may still hold ids of a block that it took. */
  private static final String SEQUENCE_POSITIONS =
      """
      select string_agg(format('select setval(%L, %s)', seqrelid::regclass,
               greatest(pg_sequence_last_value(seqrelid), 1)), ';')
      from pg_sequence join pg_class on oid = seqrelid
      where relnamespace = current_schema()::regnamespace
      """;

  private final Database database;
  private final Contestants contestants;
  private final Contestant contestant;
  private final Workspace workspace;
  private final PooledDatabase pool;
  private final Optional<Meters> meters;
  private final MovieStore store;
  private final Catalogue catalogue;
  private final Witness witness;
  private final SettingsPlan settings;
  private final ClassLoader loaderBefore;

  private Stage(
      Database database,
      Contestants contestants,
      Contestant contestant,
      Catalogue catalogue,
      Workspace workspace,
      PooledDatabase pool,
      Optional<Meters> meters,
      MovieStore store,
      Witness witness,
      SettingsPlan settings,
      ClassLoader loaderBefore) {
    this.database = database;
    this.contestants = contestants;
    this.contestant = contestant;
    this.workspace = workspace;
    this.pool = pool;
    this.meters = meters;
    this.store = store;
    this.catalogue = catalogue;
    this.witness = witness;
    this.settings = settings;
    this.loaderBefore = loaderBefore;
  }

  /** Opens a stage without telling how far the loading of its data is. */
  public static Stage open(
      Database database,
      Contestants contestants,
      Contestant contestant,
      Catalogue catalogue,
      PoolOptions options)
      throws SQLException {
    return open(database, contestants, contestant, catalogue, options, LoadProgress.SILENT);
  }

  /**
   * Opens a stage in a new schema, with a full pool.
   *
   * @param catalogue what to load
   * @param options with a meter on the wire, there is one on waiting and holding, too
   * @param progress hears how far the loading is
   */
  public static Stage open(
      Database database,
      Contestants contestants,
      Contestant contestant,
      Catalogue catalogue,
      PoolOptions options,
      LoadProgress progress)
      throws SQLException {
    return open(
        database, contestants, contestant, catalogue, options, progress, UnaryOperator.identity());
  }

  /**
   * Opens a stage on which a contestant may be a control.
   *
   * @param around what is made of the contestant's store before it performs
   */
  static Stage open(
      Database database,
      Contestants contestants,
      Contestant contestant,
      Catalogue catalogue,
      PoolOptions options,
      LoadProgress progress,
      UnaryOperator<MovieStore> around)
      throws SQLException {
    Workspace workspace = database.createWorkspace("benchmark of " + contestant);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try {
      Witness witness = Witness.of(workspace);
      try {
        Loader.load(witness.connection(), catalogue, progress);
        SettingsPlan settings = plan(workspace, database, options);
        Thread.currentThread().setContextClassLoader(contestants.loader(contestant));
        PooledDatabase pool = workspace.openPool(options, contestants.pools(contestant));
        pool.awaitFull();
        // Before the contestant has its hands on the sessions that are to be counted.
        Optional<Meters> meters =
            options.metered()
                ? Optional.of(Meters.open(workspace, pool, witness))
                : Optional.empty();
        DataSource lender =
            meters.map(meter -> meter.connections().dataSource()).orElse(pool.dataSource());
        MovieStore store = around.apply(contestants.open(contestant, lender));
        return new Stage(
            database,
            contestants,
            contestant,
            catalogue,
            workspace,
            pool,
            meters,
            store,
            witness,
            settings,
            before);
      } catch (SQLException | RuntimeException | LinkageError e) {
        witness.close();
        throw e;
      }
    } catch (SQLException | RuntimeException | LinkageError e) {
      Thread.currentThread().setContextClassLoader(before);
      workspace.close();
      throw e;
    }
  }

  /** Asks a session that no contestant has had. */
  private static SettingsPlan plan(Workspace workspace, Database database, PoolOptions options)
      throws SQLException {
    try (Connection fresh = workspace.connect()) {
      return SettingsPlan.of(fresh, database.server(), options);
    }
  }

  /** Returns the store under test. */
  public MovieStore store() {
    return store;
  }

  /** Opens another store of the contestant on the same pool, and returns its first answer. */
  public String openAndAsk(long movieId) {
    try (MovieStore another = contestants.open(contestant, pool.dataSource())) {
      return FirstAnswer.ask(another, movieId);
    }
  }

  /** Starts a JVM that opens the store of the contestant on this schema, and asks. */
  public FreshJvm startJvm(long movieId) {
    return FreshJvm.start(
        database.childEnvironment(),
        jvmArguments(),
        List.of(contestant.label(), workspace.schema(), String.valueOf(movieId)));
  }

  private List<String> jvmArguments() {
    List<String> arguments = new ArrayList<>(contestants.forkArguments(contestant));
    String pool = System.getProperty(PoolPlan.PROPERTY);
    if (pool != null) {
      arguments.add("-D" + PoolPlan.PROPERTY + "=" + pool);
    }
    return arguments;
  }

  /** Returns what the first answer must be. */
  public String firstAnswer(long movieId) {
    MovieFacts movie = catalogue.movie(movieId);
    return FirstAnswer.text(movie.title(), movie.releaseDate());
  }

  /** Returns what the schema holds at the start, and again after each {@link #reset}. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * Returns the meter on the wire.
   *
   * @throws IllegalStateException if the pool was opened without one
   */
  public WireMeter wire() {
    return pool.wire();
  }

  /**
   * Returns the meter on how long the store holds its connections.
   *
   * @throws IllegalStateException if the pool was opened without a meter
   */
  public ConnectionMeter connections() {
    return meters().connections();
  }

  private Meters meters() {
    return meters.orElseThrow(
        () -> new IllegalStateException("The pool of this stage was opened without a meter."));
  }

  /**
   * Counts what a piece of work costs, on the wire and by asking the server; for one thread.
   *
   * @throws IllegalStateException if the pool was opened without a meter
   */
  public <E extends Exception> Testimony measure(WireWork<E> work) throws E, SQLException {
    return meters().server().measure(work);
  }

  /** Returns the numbers of the server's processes for the pool's connections. */
  List<Long> backends() throws SQLException {
    List<Connection> open = new ArrayList<>();
    List<Long> pids = new ArrayList<>();
    try {
      for (int i = 0; i < pool.options().size(); i++) {
        Connection connection = pool.dataSource().getConnection();
        open.add(connection);
        try (Statement statement = connection.createStatement();
            var row = statement.executeQuery("select pg_backend_pid()")) {
          row.next();
          pids.add(row.getLong(1));
        }
      }
    } finally {
      for (Connection connection : open) {
        connection.close();
      }
    }
    return pids;
  }

  /** Returns the pool of the store under test. */
  public PooledDatabase pool() {
    return pool;
  }

  /**
   * Compares the settings of server, driver and pool with what they were to be, through the
   * contestant's own connections, all of which must be idle.
   *
   * @return the first that differs; empty if none does
   */
  public Optional<String> settingsComplaint() throws SQLException {
    return settings.complaint(pool, database.server());
  }

  /** Opens a connection to the schema, in no pool and under no meter; the caller closes it. */
  public Connection connect() throws SQLException {
    return workspace.connect();
  }

  /**
   * Returns a connection to the schema, in no pool and under no meter, that is open as long as this
   * stage; who uses it leaves it as it was.
   */
  public Connection witness() throws SQLException {
    return witness.connection();
  }

  /** Returns what the schema holds now, read without the store under test. */
  public Contents contents() throws SQLException {
    return Contents.read(witness.connection());
  }

  /**
   * Brings the content back to the catalogue's, vacuumed and analysed; ids go on where they were,
   * and what units share is forgotten.
   */
  public void reset() throws SQLException {
    Connection connection = witness.connection();
    try (Statement statement = connection.createStatement()) {
      String positions;
      try (var row = statement.executeQuery(SEQUENCE_POSITIONS)) {
        row.next();
        positions = row.getString(1);
      }
      workspace.truncate();
      Loader.load(connection, catalogue);
      statement.execute(positions);
    }
    store.evict();
  }

  /**
   * Has a store whose units share a cache find these movies, which it would have found before in an
   * application that runs; others do nothing.
   */
  public void warmSharedCache(LongStream movieIds) {
    if (contestants.variant(contestant).has(Capability.SHARED_CACHE)) {
      movieIds.forEach(id -> store.read(work -> work.findMovie(id)));
    }
  }

  /** Runs SQL that prepares what an operation needs, then brings the statistics up to date. */
  public void prepare(String sql) throws SQLException {
    witness.run(sql);
    Vacuum.run(witness.connection());
    store.evict();
  }

  /** Closes the store and drops the schema. */
  @Override
  public void close() {
    try (workspace;
        witness) {
      store.close();
      if (meters.isPresent()) {
        meters.get().server().close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a session that looks at the stage could not be closed", e);
    } finally {
      Thread.currentThread().setContextClassLoader(loaderBefore);
    }
  }
}
