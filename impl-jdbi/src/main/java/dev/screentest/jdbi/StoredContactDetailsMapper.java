package dev.screentest.jdbi;

import dev.screentest.domain.ContactDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps the columns {@link Select#CONTACT_DETAILS_COLUMNS}, wherever they begin, by hand. */
final class StoredContactDetailsMapper implements RowMapper<ContactDetails> {

  /** Returns the contact details whose columns begin at an index, without their actor. */
  static ContactDetails read(ResultSet row, int first) throws SQLException {
    return new ContactDetails(
        row.getLong(first), row.getString(first + 1), row.getString(first + 2));
  }

  @Override
  public ContactDetails map(ResultSet row, StatementContext context) throws SQLException {
    return read(row, row.findColumn("c_id"));
  }

  /** Looks for the columns once in each result. */
  @Override
  public RowMapper<ContactDetails> specialize(ResultSet rows, StatementContext context)
      throws SQLException {
    int first = rows.findColumn("c_id");
    return (row, sameContext) -> read(row, first);
  }
}
