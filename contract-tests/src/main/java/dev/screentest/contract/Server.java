package dev.screentest.contract;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.Variant;
import dev.screentest.testbed.database.PoolOpener;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import dev.screentest.testbed.fault.DrillReport;
import dev.screentest.testbed.fault.Fault;
import dev.screentest.testbed.fault.FaultDrill;
import dev.screentest.testbed.meter.WireCounts;
import dev.screentest.testbed.meter.WireObservation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;

/**
 * The server's side of a stage: a connection of its own, in plain SQL, on which nothing depends but
 * the test; the wire of the pool; and further stores on other pools, closed with the test.
 */
final class Server implements Witness, AutoCloseable {

  private final Workspace workspace;
  private final PooledDatabase pool;
  private final MovieStoreProvider provider;
  private final Variant variant;
  private final UnitWatch units;
  private final LogWatch log;
  private final Connection connection;
  private int lost;
  private final Deque<AutoCloseable> openedByTheTest = new ArrayDeque<>();

  Server(
      Workspace workspace,
      PooledDatabase pool,
      MovieStoreProvider provider,
      Variant variant,
      LogWatch log) {
    this.workspace = workspace;
    this.pool = pool;
    this.provider = provider;
    this.variant = variant;
    this.units = new UnitWatch(pool.wire());
    this.log = log;
    try {
      this.connection = workspace.connect();
    } catch (SQLException e) {
      throw new WitnessException("could not connect", e);
    }
  }

  /** Lets the sequences go on from an id, before the store takes any. */
  void startSequencesAt(long first) {
    for (String table : List.of("movies", "actors", "stuntmen", "contact_details")) {
      execute("alter sequence " + table + "_id_seq restart with " + first);
    }
  }

  /** Returns the pool on which the store works. */
  PooledDatabase pool() {
    return pool;
  }

  /** Returns how many connections of the pool are in use, but for those that earlier tests lost. */
  int borrowed() {
    return pool.poolState().active() - lost;
  }

  /** Cleans up after a test, so that what it left behind is not taken for the next one's. */
  void startAnewFromHere() {
    lost = pool.poolState().active();
    if (!openTransactions().isEmpty()) {
      Deque<Connection> borrowed = new ArrayDeque<>();
      try {
        for (int i = pool.poolState().idle(); i > 0; i--) {
          borrowed.push(pool.dataSource().getConnection());
          try (Statement statement = borrowed.getFirst().createStatement()) {
            statement.execute("rollback");
          }
        }
        while (!borrowed.isEmpty()) {
          borrowed.pop().close();
        }
      } catch (SQLException e) {
        throw new WitnessException("could not end the transactions that a test left open", e);
      }
    }
  }

  /** Returns everything counted on the wire of the pool so far. */
  WireCounts counts() {
    return pool.wire().counts();
  }

  /** Returns what a piece of work sends and receives on the wire of the pool. */
  WireObservation observe(Runnable work) {
    return pool.wire().observe(work::run);
  }

  /** Opens another pool on the same schema, until the end of the test. */
  PooledDatabase openPool(PoolOptions options) {
    PooledDatabase another = workspace.openPool(options);
    openedByTheTest.push(another);
    return another;
  }

  /** Returns who looks at the wire of the pool. */
  UnitWatch units() {
    return units;
  }

  /** Opens another store of the variant under test, until the end of the test. */
  MovieStore openStore(DataSource dataSource) {
    MovieStore store = new WatchedStore(provider.open(dataSource, variant), units);
    openedByTheTest.push(store);
    return store;
  }

  /**
   * Lets a fault strike while units of work are performed by a store of the variant under test, in
   * a schema and on a pool of their own; on a server of their own where that is stopped.
   */
  DrillReport drill(Fault fault) throws IOException, SQLException, InterruptedException {
    return new FaultDrill(
            fault.stopsTheServer() ? StoppableServer.get() : SharedDatabase.get(),
            PoolOpener.linkedBy(Server.class.getClassLoader()),
            dataSource -> provider.open(dataSource, variant))
        .run(fault);
  }

  /** Opens another connection in plain SQL, until the end of the test. */
  Connection connect() {
    try {
      Connection another = workspace.connect();
      openedByTheTest.push(another);
      return another;
    } catch (SQLException e) {
      throw new WitnessException("could not connect", e);
    }
  }

  void closeWhatTheTestOpened() {
    while (!openedByTheTest.isEmpty()) {
      try {
        openedByTheTest.pop().close();
      } catch (Exception e) {
        throw new WitnessException("could not close what the test had opened", e);
      }
    }
  }

  /** Lets loggers whose name begins like this say what they want until the end of the test. */
  void allowLog(String loggers) {
    log.allow(loggers);
  }

  /** Returns the server's process behind a pool of one connection. */
  long backendOf(PooledDatabase poolOfOne) {
    try (Connection borrowed = poolOfOne.dataSource().getConnection();
        Statement statement = borrowed.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new WitnessException("could not ask for the process behind a pool", e);
    }
  }

  /** Ends a process of the server, and with it the connection that it serves. */
  void kill(long backend) {
    texts("select pg_terminate_backend(" + backend + ", 10000)");
  }

  /** Returns the transactions that somebody holds open on our tables without doing anything. */
  List<String> openTransactions() {
    return texts(
        """
        select distinct a.state || ' since ' || a.xact_start || ', last: ' || a.query
        from pg_locks l
        join pg_class c on c.oid = l.relation
        join pg_stat_activity a on a.pid = l.pid
        where c.relnamespace = current_schema()::regnamespace
          and a.state like 'idle in transaction%'
        """);
  }

  /** Executes any SQL. */
  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new WitnessException("could not execute " + sql, e);
    }
  }

  /** Returns the number in the first column of the first row. */
  long number(String sql) {
    return Long.parseLong(texts(sql).get(0));
  }

  /** Returns the first column as texts. */
  List<String> texts(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    } catch (SQLException e) {
      throw new WitnessException("could not execute " + sql, e);
    }
  }

  @Override
  public void clear() {
    execute(
        "delete from contact_details; delete from stuntmen; delete from movies_actors;"
            + " delete from actors; delete from movies");
  }

  @Override
  public void insert(List<? extends Row> rows) {
    try {
      connection.setAutoCommit(false);
      for (int from = 0, to; from < rows.size(); from = to) {
        to = from;
        while (to < rows.size() && rows.get(to).getClass() == rows.get(from).getClass()) {
          to++;
        }
        insertRowsOfOneTable(rows.subList(from, to));
      }
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new WitnessException("could not insert " + rows, e);
    }
  }

  private void insertRowsOfOneTable(List<? extends Row> rows) throws SQLException {
    Row first = rows.get(0);
    String sql;
    if (first instanceof Row.MovieRow) {
      sql = "insert into movies (id, title, release_date) values (?, ?, ?)";
    } else if (first instanceof Row.ActorRow) {
      sql = "insert into actors (id, name, birthday) values (?, ?, ?)";
    } else if (first instanceof Row.RoleRow) {
      sql = "insert into movies_actors (movie_id, actor_id) values (?, ?)";
    } else if (first instanceof Row.StuntmanRow) {
      sql = "insert into stuntmen (id, name, active, actor_id) values (?, ?, ?, ?)";
    } else {
      sql = "insert into contact_details (id, phone_number, address, actor_id) values (?, ?, ?, ?)";
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Row row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, Row row) throws SQLException {
    if (row instanceof Row.MovieRow movie) {
      statement.setLong(1, movie.id());
      statement.setString(2, movie.title());
      statement.setObject(3, movie.releaseDate());
    } else if (row instanceof Row.ActorRow actor) {
      statement.setLong(1, actor.id());
      statement.setString(2, actor.name());
      statement.setObject(3, actor.birthday());
    } else if (row instanceof Row.RoleRow role) {
      statement.setLong(1, role.movieId());
      statement.setLong(2, role.actorId());
    } else if (row instanceof Row.StuntmanRow stuntman) {
      statement.setLong(1, stuntman.id());
      statement.setString(2, stuntman.name());
      statement.setBoolean(3, stuntman.active());
      statement.setLong(4, stuntman.actorId());
    } else if (row instanceof Row.ContactRow contact) {
      statement.setLong(1, contact.id());
      statement.setString(2, contact.phoneNumber());
      statement.setString(3, contact.address());
      statement.setLong(4, contact.actorId());
    }
  }

  @Override
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery("select id, title, release_date from movies order by id")) {
        while (row.next()) {
          rows.add(Row.movie(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class)));
        }
      }
      try (ResultSet row =
          statement.executeQuery("select id, name, birthday from actors order by id")) {
        while (row.next()) {
          rows.add(Row.actor(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class)));
        }
      }
      try (ResultSet row =
          statement.executeQuery("select movie_id, actor_id from movies_actors order by 1, 2")) {
        while (row.next()) {
          rows.add(Row.role(row.getLong(1), row.getLong(2)));
        }
      }
      try (ResultSet row =
          statement.executeQuery("select id, name, active, actor_id from stuntmen order by id")) {
        while (row.next()) {
          rows.add(
              Row.stuntman(row.getLong(1), row.getString(2), row.getBoolean(3), row.getLong(4)));
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "select id, phone_number, address, actor_id from contact_details order by id")) {
        while (row.next()) {
          rows.add(Row.contact(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)));
        }
      }
    } catch (SQLException e) {
      throw new WitnessException("could not read the tables", e);
    }
    return rows;
  }

  @Override
  public void close() {
    closeWhatTheTestOpened();
    try {
      connection.close();
    } catch (SQLException e) {
      throw new WitnessException("could not close its connection", e);
    }
  }
}
