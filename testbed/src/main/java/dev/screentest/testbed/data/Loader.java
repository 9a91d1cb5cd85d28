package dev.screentest.testbed.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Loads a catalogue into an empty schema by COPY, in constant memory. */
public final class Loader {

  /** Progress is told whenever the rows of so many movies or actors were sent. */
  private static final long STEP = 10_000;

  /**
   * Lets rows in without a look at their foreign keys, where the session may: the generator keeps
   * them, and to check them takes longer than all the rest.
   */
  private static final String TRUST =
      """
      select set_config('session_replication_role', 'replica', false)
      where has_parameter_privilege('session_replication_role', 'set')
      """;

  private static final String DISTRUST =
      """
      select set_config('session_replication_role', 'origin', false)
      where current_setting('session_replication_role') <> 'origin'
      """;

  private final Connection connection;
  private final Catalogue catalogue;
  private final LoadProgress progress;
  private final long total;
  private long done;

  private Loader(Connection connection, Catalogue catalogue, LoadProgress progress) {
    this.connection = connection;
    this.catalogue = catalogue;
    this.progress = progress;
    this.total = 2 * catalogue.movies() + 3 * catalogue.actors();
  }

  /** Sends the rows of a movie or an actor. */
  @FunctionalInterface
  private interface Rows {
    void send(long id, CopyText text) throws SQLException;
  }

  /**
   * Loads without telling how far it is; see {@link #load(Connection, Catalogue, LoadProgress)}.
   */
  public static void load(Connection connection, Catalogue catalogue) throws SQLException {
    load(connection, catalogue, LoadProgress.SILENT);
  }

  /**
   * Loads all rows, moves the sequences behind them and {@linkplain Vacuum vacuums}, so that every
   * run starts from the same statistics.
   *
   * @param connection in autocommit, its search path leading to an empty movie schema
   * @return the bytes sent in COPY's text format
   */
  public static long load(Connection connection, Catalogue catalogue, LoadProgress progress)
      throws SQLException {
    return new Loader(connection, catalogue, progress).load();
  }

  private long load() throws SQLException {
    long start = System.nanoTime();
    long bytes;
    try (Statement statement = connection.createStatement()) {
      statement.execute(TRUST);
      try {
        bytes = copyAll();
      } finally {
        statement.execute(DISTRUST);
      }
      for (String table : new String[] {"movies", "actors", "stuntmen", "contact_details"}) {
        statement.execute(
            "select setval('%s_id_seq', (select coalesce(max(id), 1) from %s))"
                .formatted(table, table));
      }
    }
    Vacuum.run(connection, Duration.ofNanos(System.nanoTime() - start));
    return bytes;
  }

  private long copyAll() throws SQLException {
    return copy("movies", "id, title, release_date", catalogue.movies(), this::movie)
        + copy("actors", "id, name, birthday", catalogue.actors(), this::actor)
        + copy("movies_actors", "movie_id, actor_id", catalogue.movies(), this::roles)
        + copy("stuntmen", "id, name, active, actor_id", catalogue.actors(), this::stuntman)
        + copy(
            "contact_details",
            "id, phone_number, address, actor_id",
            catalogue.actors(),
            this::contactDetails);
  }

  private long copy(String table, String columns, long owners, Rows rows) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy %s (%s) from stdin".formatted(table, columns));
    progress.loaded(table, done, total);
    try {
      CopyText text = new CopyText(copy);
      for (long id = 1; id <= owners; id++) {
        rows.send(id, text);
        if (id % STEP == 0) {
          progress.loaded(table, done + id, total);
        }
      }
      long bytes = text.end();
      done += owners;
      progress.loaded(table, done, total);
      return bytes;
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void movie(long id, CopyText text) throws SQLException {
    MovieFacts movie = catalogue.movie(id);
    text.value(movie.id()).value(movie.title()).value(movie.releaseDate()).endLine();
  }

  private void actor(long id, CopyText text) throws SQLException {
    ActorFacts actor = catalogue.actor(id);
    text.value(actor.id()).value(actor.name()).value(actor.birthday()).endLine();
  }

  private void roles(long movieId, CopyText text) throws SQLException {
    for (long actorId : catalogue.cast(movieId)) {
      text.value(movieId).value(actorId).endLine();
    }
  }

  private void stuntman(long actorId, CopyText text) throws SQLException {
    StuntmanFacts stuntman = catalogue.actor(actorId).stuntman();
    if (stuntman != null) {
      text.value(stuntman.id())
          .value(stuntman.name())
          .value(stuntman.active())
          .value(actorId)
          .endLine();
    }
  }

  private void contactDetails(long actorId, CopyText text) throws SQLException {
    List<ContactFacts> contacts = catalogue.actor(actorId).contactDetails();
    if (contacts != null) {
      for (ContactFacts contact : contacts) {
        text.value(contact.id())
            .value(contact.phoneNumber())
            .value(contact.address())
            .value(actorId)
            .endLine();
      }
    }
  }
}
