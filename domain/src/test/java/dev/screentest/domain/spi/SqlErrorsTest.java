package dev.screentest.domain.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.ConstraintViolatedException;
import dev.screentest.domain.ConstraintViolatedException.Kind;
import dev.screentest.domain.DatabaseErrorException;
import dev.screentest.domain.NotFoundException;
import dev.screentest.domain.StoreException;
import dev.screentest.domain.StoreTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "08006, ConnectionLostException",
    "22021, InvalidArgumentException",
    "23505, ConstraintViolatedException",
    "25006, ReadOnlyException",
    "40001, ConflictException",
    "40P01, ConflictException",
    "42P01, DatabaseErrorException",
    "55P03, StoreTimeoutException",
    "57014, StoreTimeoutException",
    "57P01, ConnectionLostException",
    "57P05, ConnectionLostException"
  })
  void translatesBySqlState(String state, String exception) {
    SQLException failure = new SQLException("no", state);

    StoreException translated = SqlErrors.translate(failure);

    assertThat(translated.getClass().getSimpleName()).isEqualTo(exception);
    assertThat(translated).hasMessage("no (SQLSTATE %s)", state).hasCause(failure);
  }

  @ParameterizedTest
  @CsvSource({"23502, NOT_NULL", "23503, FOREIGN_KEY", "23505, UNIQUE", "23514, CHECK"})
  void namesTheKindOfConstraint(String state, Kind kind) {
    assertThat(SqlErrors.translate(new SQLException("no", state)))
        .isInstanceOfSatisfying(
            ConstraintViolatedException.class,
            violated -> assertThat(violated.kind()).isEqualTo(kind));
  }

  @Test
  void takesATimeoutWithoutStateForOne() {
    assertThat(SqlErrors.translate(new SQLTransientConnectionException("pool is empty")))
        .isInstanceOf(StoreTimeoutException.class)
        .hasMessage("pool is empty");
    assertThat(SqlErrors.translate(new SQLTimeoutException("too slow")))
        .isInstanceOf(StoreTimeoutException.class);
  }

  @Test
  void looksThroughTheFrameworksExceptionAndKeepsItAsTheCause() {
    RuntimeException framework =
        new IllegalStateException("mapper failed", new SQLException("row is there", "23505"));

    assertThat(SqlErrors.translate(framework))
        .isInstanceOf(ConstraintViolatedException.class)
        .hasMessage("row is there (SQLSTATE 23505)")
        .hasCause(framework);
  }

  @Test
  void prefersTheServersMessageToThatOfTheBatch() {
    SQLException server = new SQLException("row is there", "23505");
    BatchUpdateException batch =
        new BatchUpdateException("entry 0 insert into ...", "23505", 0, new int[0], server);

    assertThat(SqlErrors.translate(batch))
        .hasMessage("row is there (SQLSTATE 23505)")
        .hasCause(batch);
  }

  @Test
  void returnsTheContractsOwnExceptionsAsTheyAre() {
    NotFoundException own = new NotFoundException("gone");

    assertThat(SqlErrors.translate(own)).isSameAs(own);
  }

  @Test
  void saysWhenTheDatabaseHadNoPartInIt() {
    RuntimeException failure = new IllegalStateException("bug");

    assertThat(SqlErrors.translate(failure))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("without a word from the database")
        .hasCause(failure);
  }
}
