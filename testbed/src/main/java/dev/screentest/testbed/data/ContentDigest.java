package dev.screentest.testbed.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a movie schema as a number of rows and a sum for each table: equal for equal
 * content, in whatever order it lies. Computed by the server alone or from a catalogue alone, in
 * constant memory, so it fits data sets of any size.
 *
 * <p>A row counts with the first forty bits of the MD5 of its columns as text. That finds mistakes;
 * it is no protection against forgery.
 *
 * @param tables what is in each table, by name
 */
public record ContentDigest(Map<String, TableDigest> tables) {

  private static final String SEPARATOR = "\t";

  /** Between rows that come from one catalogue, a null is told from every text by this one. */
  private static final String NULL = "\\N";

  /** The columns of each table, in the order of the digest. */
  private static final Map<String, List<String>> COLUMNS =
      columns(
          "movies: id, title, release_date",
          "actors: id, name, birthday",
          "movies_actors: movie_id, actor_id",
          "stuntmen: id, name, active, actor_id",
          "contact_details: id, phone_number, address, actor_id");

  public ContentDigest {
    tables = Map.copyOf(tables);
  }

  /** Rows of a table, and the sum over them. */
  public record TableDigest(long rows, long sum) {}

  private static Map<String, List<String>> columns(String... tables) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (String table : tables) {
      int colon = table.indexOf(':');
      columns.put(table.substring(0, colon), List.of(table.substring(colon + 2).split(", ")));
    }
    return columns;
  }

  /** Computes what a catalogue says. */
  public static ContentDigest of(Catalogue catalogue) {
    Sums sums = new Sums();
    for (long id = 1; id <= catalogue.movies(); id++) {
      MovieFacts movie = catalogue.movie(id);
      sums.add("movies", id, movie.title(), movie.releaseDate());
      for (long actorId : catalogue.cast(id)) {
        sums.add("movies_actors", id, actorId);
      }
    }
    for (long id = 1; id <= catalogue.actors(); id++) {
      ActorFacts actor = catalogue.actor(id);
      sums.add("actors", id, actor.name(), actor.birthday());
      StuntmanFacts stuntman = actor.stuntman();
      if (stuntman != null) {
        sums.add("stuntmen", stuntman.id(), stuntman.name(), stuntman.active(), id);
      }
      List<ContactFacts> contacts = actor.contactDetails();
      if (contacts != null) {
        for (ContactFacts contact : contacts) {
          sums.add("contact_details", contact.id(), contact.phoneNumber(), contact.address(), id);
        }
      }
    }
    return sums.digest();
  }

  /** Lets the server compute it, through a connection whose search path leads to the schema. */
  public static ContentDigest read(Connection connection) throws SQLException {
    Map<String, TableDigest> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      // The text of a date depends on it
      statement.execute("set datestyle to iso");
      for (Map.Entry<String, List<String>> table : COLUMNS.entrySet()) {
        try (ResultSet row = statement.executeQuery(query(table.getKey(), table.getValue()))) {
          row.next();
          tables.put(table.getKey(), new TableDigest(row.getLong(1), row.getLong(2)));
        }
      }
      statement.execute("reset datestyle");
    }
    return new ContentDigest(tables);
  }

  private static String query(String table, List<String> columns) {
    String row =
        String.join(
            " || E'\\t' || ",
            columns.stream().map("coalesce(%s::text, E'\\\\N')"::formatted).toList());
    return "select count(*), coalesce(sum(('x' || left(md5(%s), 10))::bit(40)::bigint), 0) from %s"
        .formatted(row, table);
  }

  /** Says which tables differ from the ones expected, and how; empty when none does. */
  public Optional<String> differenceFrom(ContentDigest expected) {
    return COLUMNS.keySet().stream()
        .filter(table -> !at(table).equals(expected.at(table)))
        .map(table -> table + difference(at(table), expected.at(table)))
        .reduce((one, other) -> one + "; " + other);
  }

  private TableDigest at(String table) {
    return tables.getOrDefault(table, new TableDigest(0, 0));
  }

  private static String difference(TableDigest actual, TableDigest expected) {
    return actual.rows() == expected.rows()
        ? ": as many rows as expected, but not the same values"
        : ": %d rows instead of %d".formatted(actual.rows(), expected.rows());
  }

  /** Adds row after row. */
  private static final class Sums {

    private final MessageDigest md5;
    private final Map<String, TableDigest> tables = new LinkedHashMap<>();

    Sums() {
      try {
        md5 = MessageDigest.getInstance("MD5");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JVM has MD5", e);
      }
      COLUMNS.keySet().forEach(table -> tables.put(table, new TableDigest(0, 0)));
    }

    void add(String table, @Nullable Object... values) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < values.length; i++) {
        row.append(i == 0 ? "" : SEPARATOR).append(values[i] == null ? NULL : values[i]);
      }
      byte[] hash = md5.digest(row.toString().getBytes(StandardCharsets.UTF_8));
      long bits = 0;
      for (int i = 0; i < 5; i++) {
        bits = bits << 8 | (hash[i] & 0xff);
      }
      long added = bits;
      tables.computeIfPresent(
          table, (name, sum) -> new TableDigest(sum.rows() + 1, sum.sum() + added));
    }

    ContentDigest digest() {
      return new ContentDigest(tables);
    }
  }
}
