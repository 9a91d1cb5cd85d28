package dev.screentest.benchmarks.load;

import static dev.screentest.benchmarks.load.ManualClock.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedDataSourceTest {

  private final ManualClock clock = new ManualClock();
  private final Window window = new Window();
  private final Recorder recorder = new Recorder(window, false);
  private final List<String> called = new ArrayList<>();
  private final Connection lent =
      StubPool.connection(
          (proxy, method, arguments) -> {
            called.add(method.toString());
            return nothing(method.getReturnType());
          });
  private final TimedDataSource pool = new TimedDataSource(clock);

  TimedDataSourceTest() {
    pool.lendFrom(
        new StubPool() {
          @Override
          public Connection getConnection() {
            clock.pass(5 * MILLI);
            return lent;
          }
        });
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    return type == int.class ? Integer.valueOf(0) : null;
  }

  @AfterEach
  void leave() {
    Recorder.leave();
  }

  @Test
  void waitAndHoldAreThoseOfTheThread() throws SQLException {
    window.set(0, 1_000 * MILLI);
    recorder.enter();
    Connection connection = pool.getConnection();
    assertThat(recorder.held()).isEqualTo(1);
    clock.pass(7 * MILLI);
    connection.close();
    connection.close();
    assertThat(recorder.held()).isZero();
    assertThat(Distribution.of(recorder.waits()).mean()).isEqualTo(5.0 * MILLI);
    assertThat(Distribution.of(recorder.holds()).mean()).isEqualTo(7.0 * MILLI);
    assertThat(Distribution.of(recorder.holds()).count()).isEqualTo(1);
  }

  @Test
  void whatAPoolDoesWithItAfterwardsIsNoHold() throws SQLException {
    window.set(0, 1_000 * MILLI);
    recorder.enter();
    Connection slow =
        StubPool.connection(
            (proxy, method, arguments) -> {
              clock.pass(3 * MILLI);
              return null;
            });
    pool.lendFrom(
        new StubPool() {
          @Override
          public Connection getConnection() {
            return slow;
          }
        });
    Connection connection = pool.getConnection();
    clock.pass(7 * MILLI);
    connection.close();
    assertThat(Distribution.of(recorder.holds()).mean()).isEqualTo(7.0 * MILLI);
  }

  @Test
  void ofALongHoldOnlyWhatIsInTheWindowIsUse() throws SQLException {
    window.set(10 * MILLI, 30 * MILLI);
    recorder.enter();
    Connection connection = pool.getConnection();
    clock.pass(12 * MILLI);
    connection.close();
    Connection another = pool.getConnection();
    clock.pass(100 * MILLI);
    another.close();
    // From 10 to 17, and from 22 to 30.
    assertThat(recorder.heldInWindow()).isEqualTo(15 * MILLI);
  }

  @Test
  void whoIsNotMeasuredHasTheConnectionOfThePoolItself() throws SQLException {
    assertThat(pool.getConnection()).isSameAs(lent);
  }

  @Test
  void withoutAPoolItSaysSo() {
    assertThatThrownBy(() -> new TimedDataSource().getConnection())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("no pool yet");
  }

  /** One that was forgotten would be a framework that is measured doing something else. */
  @Test
  void everythingThatAConnectionCanDoIsDoneByTheOneOfThePool() throws Exception {
    recorder.enter();
    Connection timed = pool.getConnection();
    List<Method> methods =
        Arrays.stream(Connection.class.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .filter(method -> method.getDeclaringClass() != Wrapper.class)
            .toList();
    assertThat(methods).hasSizeGreaterThan(50);
    for (Method method : methods) {
      called.clear();
      method.invoke(
          timed,
          Arrays.stream(method.getParameterTypes()).map(TimedDataSourceTest::nothing).toArray());
      assertThat(called).containsExactly(method.toString());
    }
  }
}
