package dev.screentest.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ActorsByIdTest {

  private final ActorsById actors = new ActorsById();

  @Test
  void findsNothingThatWasNotPut() {
    actors.put(1, new Actor(1, "Matt", null));

    assertThat(actors.get(0)).isNull();
    assertThat(actors.get(2)).isNull();
  }

  @Test
  void findsWhatWasPutWhateverTheIdsAndHoweverMany() {
    Map<Long, Actor> expected = new HashMap<>();
    Random random = new Random(7);
    for (long id : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      put(id, expected);
    }
    for (long i = 1; i <= 10_000; i++) {
      put(i, expected);
      put(i << 32, expected);
      put(random.nextLong(), expected);
    }

    assertThat(expected).allSatisfy((id, actor) -> assertThat(actors.get(id)).isSameAs(actor));
  }

  private void put(long id, Map<Long, Actor> expected) {
    Actor actor = new Actor(id, "someone", null);
    if (expected.putIfAbsent(id, actor) == null) {
      actors.put(id, actor);
    }
  }
}
