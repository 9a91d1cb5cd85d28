package dev.screentest.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a unit does to its connection, seen without a pool that would tidy up behind it. */
class MyBatisUnitsTest {

  private final AtomicInteger borrowed = new AtomicInteger();
  private Workspace workspace;
  private Connection connection;
  private MovieStore store;

  @BeforeEach
  void openStore() throws SQLException {
    workspace = SharedDatabase.get().createWorkspace("MyBatis unit tests");
    connection = workspace.connect();
    MyBatisMovieStoreProvider provider = new MyBatisMovieStoreProvider();
    store = provider.open(lending(connection), provider.variants().get(0));
  }

  @AfterEach
  void dropWorkspace() throws SQLException {
    store.close();
    connection.close();
    workspace.close();
  }

  @ParameterizedTest
  @EnumSource
  void theConnectionIsGivenBackAsItCame(UnitKind kind) throws SQLException {
    store.inUnit(kind, unit -> unit.countMovies());

    assertThat(connection.getAutoCommit()).isTrue();
    assertThat(connection.isReadOnly()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void everyInsertStrategyUsesTheConnectionOfItsUnit(InsertStrategy strategy) {
    store.write(
        unit -> {
          unit.saveAll(List.of(new Movie("Bourne", null), new Movie("Alien", null)), strategy);
          return unit.countMovies();
        });

    assertThat(borrowed).hasValue(1);
  }

  @Test
  void readsSeeWhatBatchesWrote() {
    long count =
        store.write(
            unit -> {
              unit.saveAll(List.of(new Movie("Bourne", null)), InsertStrategy.BATCHED);
              return unit.countMovies();
            });

    assertThat(count).isEqualTo(1);
  }

  /** A data source that lends one connection, which stays open. */
  private DataSource lending(Connection one) {
    Connection unclosed =
        (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("close")) {
                    return null;
                  }
                  try {
                    return method.invoke(one, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("getConnection");
              borrowed.incrementAndGet();
              return unclosed;
            });
  }
}
