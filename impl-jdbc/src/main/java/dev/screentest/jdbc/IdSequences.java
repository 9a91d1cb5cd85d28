package dev.screentest.jdbc;

import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.SqlErrors;
import dev.screentest.domain.spi.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Fetches blocks of ids from the sequences, on the connection of the unit that needs them. */
final class IdSequences implements IdBlocks.BlockSource {

  private static final String MOVIES = "select nextval('movies_id_seq')";
  private static final String ACTORS = "select nextval('actors_id_seq')";
  private static final String STUNTMEN = "select nextval('stuntmen_id_seq')";
  private static final String CONTACT_DETAILS = "select nextval('contact_details_id_seq')";

  private final UnitConnection connection;

  IdSequences(UnitConnection connection) {
    this.connection = connection;
  }

  @Override
  public long fetch(Table table) {
    String sql =
        switch (table) {
          case MOVIES -> MOVIES;
          case ACTORS -> ACTORS;
          case STUNTMEN -> STUNTMEN;
          case CONTACT_DETAILS -> CONTACT_DETAILS;
        };
    try (PreparedStatement query = connection.prepare(sql);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }
}
