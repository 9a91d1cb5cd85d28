package dev.screentest.testbed.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementKindTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "begin read only",
        "START TRANSACTION ISOLATION LEVEL SERIALIZABLE",
        "COMMIT",
        "end",
        " /* a /* nested */ comment */ ROLLBACK TO SAVEPOINT x",
        "-- a line\nABORT",
        "SAVEPOINT a",
        "RELEASE SAVEPOINT a",
        "SET TRANSACTION READ ONLY",
        "set session characteristics as transaction read only",
        "SET LOCAL TRANSACTION READ ONLY",
        "PREPARE TRANSACTION 'x'"
      })
  void transactionControl(String sql) {
    assertThat(StatementKind.of(sql)).isEqualTo(StatementKind.TRANSACTION_CONTROL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select nextval('movies_id_seq')",
        "SELECT NEXTVAL($1) FROM generate_series(1, 10)",
        "select\n  nextval ('movies_id_seq')"
      })
  void idBlock(String sql) {
    assertThat(StatementKind.of(sql)).isEqualTo(StatementKind.ID_BLOCK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", ";", "-- ping", "/* ping */ ;"})
  void validation(String sql) {
    assertThat(StatementKind.of(sql)).isEqualTo(StatementKind.VALIDATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "(select 1)",
        "insert into movies (id) values (nextval('movies_id_seq'))",
        "with ids as (select nextval('s') as id) insert into movies select id from ids",
        "SET search_path = x",
        "SET SESSION work_mem = 1",
        "PREPARE p AS SELECT 1",
        "copy movies from stdin",
        "beginning"
      })
  void work(String sql) {
    assertThat(StatementKind.of(sql)).isEqualTo(StatementKind.WORK);
  }
}
