package dev.screentest.benchmarks.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Columns, constraints, indexes, sequences and triggers of a schema, as the server describes them:
 * a missing index is another workload.
 *
 * @param lines one for each, without the schema's name
 */
record SchemaShape(SortedSet<String> lines) {

  private static final String DESCRIBE =
      """
      select format('column %s.%s %s%s%s', c.relname, a.attname,
               format_type(a.atttypid, a.atttypmod),
               case when a.attnotnull then ' not null' else '' end,
               coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''))
      from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      union all
      select format('constraint %s on %s: %s', conname, conrelid::regclass,
               pg_get_constraintdef(oid))
      from pg_constraint where connamespace = current_schema()::regnamespace and contype <> 'n'
      union all
      select format('index %s%s', pg_get_indexdef(i.indexrelid),
               case when i.indisvalid then '' else ' (invalid)' end)
      from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = current_schema()::regnamespace
      union all
      select format('sequence %s increment %s', c.relname, s.seqincrement)
      from pg_sequence s join pg_class c on c.oid = s.seqrelid
      where c.relnamespace = current_schema()::regnamespace
      union all
      select format('trigger %s on %s', t.tgname, c.relname)
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal
      """;

  /** Reads it through a connection whose search path leads to the schema. */
  static SchemaShape read(Connection connection) throws SQLException {
    String prefix = connection.getSchema() + ".";
    SortedSet<String> lines = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(DESCRIBE)) {
      while (rows.next()) {
        lines.add(rows.getString(1).replace(prefix, ""));
      }
    }
    return new SchemaShape(lines);
  }

  /**
   * Compares with what {@code schema.sql} makes.
   *
   * @throws GateException if something is missing or too much
   */
  void require(SchemaShape expected) {
    SortedSet<String> missing = new TreeSet<>(expected.lines);
    missing.removeAll(lines);
    SortedSet<String> surplus = new TreeSet<>(lines);
    surplus.removeAll(expected.lines);
    if (!missing.isEmpty()) {
      throw new GateException("the schema lacks: " + String.join("; ", missing));
    }
    if (!surplus.isEmpty()) {
      throw new GateException("the schema has what is not ours: " + String.join("; ", surplus));
    }
  }
}
