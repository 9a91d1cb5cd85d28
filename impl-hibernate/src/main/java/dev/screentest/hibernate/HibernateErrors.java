package dev.screentest.hibernate;

import dev.screentest.domain.DetachedException;
import dev.screentest.domain.InvalidArgumentException;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.RelationNotLoadedException;
import dev.screentest.domain.StoreException;
import dev.screentest.domain.spi.SqlErrors;
import org.hibernate.DetachedObjectException;
import org.hibernate.LazyInitializationException;
import org.hibernate.PersistentObjectException;
import org.hibernate.PropertyValueException;
import org.hibernate.StaleStateException;
import org.hibernate.UnresolvableObjectException;

/** From Hibernate's exceptions to the contract's. */
final class HibernateErrors {

  private HibernateErrors() {}

  /**
   * Translates by the first exception among the causes that says what happened; what comes from the
   * database is translated by its SQLSTATE. Causes, because a session bootstrapped by the
   * standard's API wraps Hibernate's own exceptions in those of the standard.
   */
  static StoreException translate(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreException done) {
        return done;
      }
      if (cause instanceof PersistentObjectException || cause instanceof DetachedObjectException) {
        return new DetachedException(
            cause.getMessage() + "; load the object in this unit of work, or merge it", failure);
      }
      if (cause instanceof StaleStateException || cause instanceof UnresolvableObjectException) {
        return new NotFoundException("the row is not there: " + cause.getMessage(), failure);
      }
      if (cause instanceof LazyInitializationException) {
        return new RelationNotLoadedException(
            "a relation was touched that is not loaded: " + cause.getMessage(), failure);
      }
      if (cause instanceof PropertyValueException) {
        return new InvalidArgumentException(cause.getMessage() + "; set it first", failure);
      }
    }
    return SqlErrors.translate(failure);
  }
}
