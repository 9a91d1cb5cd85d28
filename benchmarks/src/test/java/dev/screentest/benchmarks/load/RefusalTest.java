package dev.screentest.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.testbed.database.PoolLibrary;
import dev.screentest.testbed.database.PoolOpener;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.database.PooledDatabase;
import dev.screentest.testbed.database.RedirectedPools;
import dev.screentest.testbed.database.SharedDatabase;
import dev.screentest.testbed.database.Workspace;
import dev.screentest.testbed.fault.FaultProxy;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real pools: what they say is for their makers to change. */
class RefusalTest {

  private static Workspace workspace;

  @BeforeAll
  static void createWorkspace() {
    workspace = SharedDatabase.get().createWorkspace("refusals of pools");
  }

  @AfterAll
  static void dropWorkspace() {
    workspace.close();
  }

  private static PoolOptions options(PoolLibrary library, Duration patience) {
    return PoolOptions.defaults()
        .withLibrary(library)
        .withSize(1)
        .withConnectionTimeout(patience)
        .withValidateEachBorrow(true);
  }

  private static Exception refusal(PooledDatabase pool) {
    try (Connection unexpected = pool.dataSource().getConnection()) {
      throw new AssertionError("It was lent " + unexpected);
    } catch (SQLException | RuntimeException e) {
      return e;
    }
  }

  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void whoWaitsInVainForWhatIsLentOutIsOutOfTime(PoolLibrary library) throws SQLException {
    try (PooledDatabase pool = workspace.openPool(options(library, Duration.ofSeconds(2)));
        Connection only = pool.dataSource().getConnection()) {
      assertThat(only.isClosed()).isFalse();
      Exception refusal = refusal(pool);
      assertThat(Refusal.isTimeout(refusal)).as("%s", refusal).isTrue();
    }
  }

  /** With more patience than c3p0 needs for its second attempt, a second after the first. */
  @ParameterizedTest
  @EnumSource(PoolLibrary.class)
  void aServerThatHasGoneIsNoMatterOfTime(PoolLibrary library) throws IOException {
    PoolOpener pools = PoolOpener.linkedBy(RefusalTest.class.getClassLoader());
    try (FaultProxy proxy = FaultProxy.before(SharedDatabase.get().address());
        PooledDatabase pool =
            workspace.openPool(
                options(library, Duration.ofSeconds(10)),
                new RedirectedPools(pools, proxy.address(), workspace.schema()))) {
      proxy.refuse();
      proxy.cut();
      Exception refusal = refusal(pool);
      assertThat(Refusal.isTimeout(refusal)).as("%s", refusal).isFalse();
    }
  }

  @Test
  void whatOnlyLooksLikeATimeoutIsNone() {
    assertThat(
            List.of(
                new SQLTransientConnectionException(
                    "request timed out after 5000ms", new SQLException("too many", "53300")),
                new SQLException("Connection to localhost:1 refused.", "08001"),
                new SQLException(
                    "Cannot get a connection, pool error Unable to validate object",
                    new NoSuchElementException("Unable to validate object")),
                new SQLException(),
                new IllegalStateException("the pool is closed")))
        .noneMatch(Refusal::isTimeout);
  }
}
