package dev.screentest.testbed.data;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Loads a catalogue into an empty schema by COPY, in constant memory. */
public final class Loader {

  /** Rows are sent when this many bytes have gathered. */
  private static final int CHUNK = 1 << 16;

  private final Connection connection;
  private final Catalogue catalogue;

  private Loader(Connection connection, Catalogue catalogue) {
    this.connection = connection;
    this.catalogue = catalogue;
  }

  /**
   * Loads all rows, moves the sequences behind them and vacuums, so that every run starts from the
   * same statistics.
   *
   * @param connection in autocommit, its search path leading to an empty movie schema
   */
  public static void load(Connection connection, Catalogue catalogue) throws SQLException {
    new Loader(connection, catalogue).load();
  }

  private void load() throws SQLException {
    copy("movies (id, title, release_date)", catalogue.movies(), this::movie);
    copy("actors (id, name, birthday)", catalogue.actors(), this::actor);
    copy("movies_actors (movie_id, actor_id)", catalogue.movies(), this::roles);
    copy("stuntmen (id, name, active, actor_id)", catalogue.actors(), this::stuntman);
    copy(
        "contact_details (id, phone_number, address, actor_id)",
        catalogue.actors(),
        this::contactDetails);
    try (Statement statement = connection.createStatement()) {
      for (String table : new String[] {"movies", "actors", "stuntmen", "contact_details"}) {
        statement.execute(
            "select setval('%s_id_seq', (select coalesce(max(id), 1) from %s))"
                .formatted(table, table));
      }
      statement.execute(
          "vacuum (analyze) movies, actors, movies_actors, stuntmen, contact_details");
    }
  }

  private void copy(String target, long count, LongFunction<CharSequence> rows)
      throws SQLException {
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
    try {
      StringBuilder text = new StringBuilder(CHUNK + 1024);
      for (long i = 1; i <= count; i++) {
        text.append(rows.apply(i));
        if (text.length() >= CHUNK || i == count) {
          byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
          copy.writeToCopy(bytes, 0, bytes.length);
          text.setLength(0);
        }
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private CharSequence movie(long id) {
    MovieFacts movie = catalogue.movie(id);
    return line(movie.id(), movie.title(), movie.releaseDate());
  }

  private CharSequence actor(long id) {
    ActorFacts actor = catalogue.actor(id);
    return line(actor.id(), actor.name(), actor.birthday());
  }

  private CharSequence roles(long movieId) {
    StringBuilder lines = new StringBuilder();
    catalogue.cast(movieId).forEach(actorId -> lines.append(line(movieId, actorId)));
    return lines;
  }

  private CharSequence stuntman(long actorId) {
    StuntmanFacts stuntman = catalogue.actor(actorId).stuntman();
    return stuntman == null ? "" : line(stuntman.id(), stuntman.name(), stuntman.active(), actorId);
  }

  private CharSequence contactDetails(long actorId) {
    StringBuilder lines = new StringBuilder();
    List<ContactFacts> contacts = catalogue.actor(actorId).contactDetails();
    if (contacts != null) {
      for (ContactFacts contact : contacts) {
        lines.append(line(contact.id(), contact.phoneNumber(), contact.address(), actorId));
      }
    }
    return lines;
  }

  /** Makes a line of COPY's text format (PostgreSQL manual, COPY, "Text Format"). */
  private static CharSequence line(@Nullable Object... values) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        line.append('\t');
      }
      append(line, values[i]);
    }
    return line.append('\n');
  }

  private static void append(StringBuilder line, @Nullable Object value) {
    if (value == null) {
      line.append("\\N");
      return;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(c);
      }
    }
  }
}
