package dev.screentest.domain.spi;

import dev.screentest.domain.ConflictException;
import dev.screentest.domain.ConnectionLostException;
import dev.screentest.domain.ConstraintViolatedException;
import dev.screentest.domain.ConstraintViolatedException.Kind;
import dev.screentest.domain.DatabaseErrorException;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.ReadOnlyException;
import dev.screentest.domain.StoreException;
import dev.screentest.domain.StoreTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * From an SQLSTATE to the contract's exception. The codes are those of PostgreSQL's manual,
 * appendix "PostgreSQL Error Codes".
 */
public final class SqlErrors {

  private SqlErrors() {}

  /**
   * Translates an exception by the first {@code SQLException} among its causes; the given exception
   * becomes the cause. A {@link StoreException} is returned as it is.
   */
  public static StoreException translate(Throwable failure) {
    if (failure instanceof StoreException done) {
      return done;
    }
    SQLException sql = sqlException(failure);
    if (sql == null) {
      return new DatabaseErrorException(
          "the framework failed without a word from the database: " + failure, failure);
    }
    String state = sql.getSQLState();
    String message = sql.getMessage() + (state == null ? "" : " (SQLSTATE " + state + ")");
    if (state == null) {
      return sql instanceof SQLTransientConnectionException || sql instanceof SQLTimeoutException
          ? new StoreTimeoutException(message, failure)
          : new DatabaseErrorException(message, failure);
    }
    return switch (state) {
      case "23505" -> new ConstraintViolatedException(Kind.UNIQUE, message, failure);
      case "23503" -> new ConstraintViolatedException(Kind.FOREIGN_KEY, message, failure);
      case "23502" -> new ConstraintViolatedException(Kind.NOT_NULL, message, failure);
      case "23514", "23P01" -> new ConstraintViolatedException(Kind.CHECK, message, failure);
      case "40001", "40P01" -> new ConflictException(message, failure);
      case "55P03", "57014" -> new StoreTimeoutException(message, failure);
      case "57P01", "57P02", "57P03", "57P05" -> new ConnectionLostException(message, failure);
      case "25006" -> new ReadOnlyException(message, failure);
      case "22021", "22P05" -> new InvalidArgumentException(message, failure);
      default ->
          state.startsWith("08")
              ? new ConnectionLostException(message, failure)
              : new DatabaseErrorException(message, failure);
    };
  }

  private static @Nullable SQLException sqlException(Throwable failure) {
    SQLException found = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        // A batch's own message repeats the whole SQL with every value, the server's is its cause
        boolean ofBatch = sql instanceof BatchUpdateException && sql.getCause() != null;
        if (sql.getSQLState() != null && !ofBatch) {
          return sql;
        }
        found = found == null ? sql : found;
      }
    }
    return found;
  }
}
