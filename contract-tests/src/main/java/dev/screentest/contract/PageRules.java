package dev.screentest.contract;

import static dev.screentest.contract.Row.movie;
import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieOrder;
import dev.screentest.testbed.meter.WireObservation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which movies are on which page. */
abstract class PageRules extends Rules {

  private static final LocalDate DAY = LocalDate.of(2015, 4, 2);

  PageRules(Stage stage) {
    super(stage);
  }

  /** Movies whose orders by id, by title and by date all differ, with ties in title and date. */
  private void givenMovies() {
    given(
        movie(6, "a", DAY),
        movie(5, "B", null),
        movie(4, "b", DAY.minusDays(1)),
        movie(3, "a", DAY),
        movie(2, "", null),
        movie(1, "C", DAY.plusDays(1)));
  }

  @Test
  @IfThisFails("check the ORDER BY, and that the offset is skipped and the limit holds")
  final void page_1_byIdTakesTheLimitAfterTheOffset() {
    givenMovies();
    assertThat(page(MovieOrder.ID, 0, 2)).containsExactly(1L, 2L);
    assertThat(page(MovieOrder.ID, 2, 3)).containsExactly(3L, 4L, 5L);
    assertThat(page(MovieOrder.ID, 5, 3)).containsExactly(6L);
  }

  @Test
  @IfThisFails("check for COLLATE \"C\", and that ties are broken by id")
  final void page_2_byTitleFollowsCodePointsThenIds() {
    givenMovies();
    assertThat(page(MovieOrder.TITLE, 0, 3)).containsExactly(2L, 5L, 1L);
    assertThat(page(MovieOrder.TITLE, 3, 3)).containsExactly(3L, 6L, 4L);
  }

  @Test
  @IfThisFails("check for NULLS LAST, and that ties are broken by id, among unknown dates too")
  final void page_3_byReleaseDatePutsUnknownDatesLast() {
    givenMovies();
    assertThat(page(MovieOrder.RELEASE_DATE, 0, 4)).containsExactly(4L, 3L, 6L, 1L);
    assertThat(page(MovieOrder.RELEASE_DATE, 4, 4)).containsExactly(2L, 5L);
  }

  @Test
  @IfThisFails("check that a limit of zero is no special case: it must not mean all")
  final void page_4_ofLimitZeroIsEmpty() {
    givenMovies();
    for (MovieOrder order : MovieOrder.values()) {
      assertThat(page(order, 0, 0)).as("page of limit 0 by %s", order).isEmpty();
      assertThat(page(order, 3, 0)).as("page of limit 0 by %s", order).isEmpty();
    }
    assertThat(keyPage("", 0, 0)).as("key page of limit 0").isEmpty();
  }

  @Test
  @IfThisFails("check that the offset is a long all the way to the database")
  final void page_5_beyondTheEndIsEmpty() {
    givenMovies();
    for (MovieOrder order : MovieOrder.values()) {
      assertThat(page(order, 6, 2)).isEmpty();
      assertThat(page(order, 1L << 32, 2)).as("offset 2^32").isEmpty();
      assertThat(page(order, Long.MAX_VALUE, 2)).as("largest offset").isEmpty();
    }
    assertThat(keyPage("\uD83C\uDFAC", 1, 2)).as("key page after the last title").isEmpty();
    assertThat(keyPage("b", Long.MAX_VALUE, 2)).as("key page after the last id").isEmpty();
  }

  @Test
  @IfThisFails("check that the order is total: without the id as its end, ties move between pages")
  final void page_6_pagesByOffsetShowEveryMovieOnce() {
    givenMovies();
    for (MovieOrder order : MovieOrder.values()) {
      for (int limit = 1; limit <= 7; limit++) {
        List<Long> seen = new ArrayList<>();
        for (long offset = 0; offset < 6; offset += limit) {
          seen.addAll(page(order, offset, limit));
        }
        assertThat(seen)
            .as("all pages of %d by %s", limit, order)
            .containsExactlyElementsOf(page(order, 0, 100));
      }
      assertThat(page(order, 0, 100)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
    }
  }

  @Test
  @IfThisFails("check the comparison of title and id as one row, in the collation of the order")
  final void page_7_pagesByKeyShowEveryMovieOnceInTheOrderOfTitles() {
    givenMovies();
    for (int limit = 1; limit <= 7; limit++) {
      List<Long> seen = new ArrayList<>();
      List<Movie> page = movies("", 0, limit);
      while (!page.isEmpty()) {
        page.forEach(movie -> seen.add(id(movie)));
        Movie last = page.get(page.size() - 1);
        page = movies(last.getTitle(), id(last), limit);
      }
      assertThat(seen).as("all key pages of %d", limit).containsExactly(2L, 5L, 1L, 3L, 6L, 4L);
    }
  }

  @Test
  @IfThisFails("check that the empty title comes after (\"\", 0) and does not stand for no key")
  final void page_8_theFirstKeyPageStartsWithEmptyTitles() {
    givenMovies();
    assertThat(keyPage("", 0, 1)).containsExactly(2L);
    assertThat(keyPage("", 2, 1)).containsExactly(5L);
  }

  @Test
  @IfThisFails("check that the key is a place in the order, not a movie to be looked up")
  final void page_9_aKeyNeedsNoMovie() {
    givenMovies();
    assertThat(keyPage("a", 4, 2)).as("after a, between 3 and 6").containsExactly(6L, 4L);
    assertThat(keyPage("aa", 0, 2)).as("after aa").containsExactly(4L);
    assertThat(keyPage("D", 77, 1)).as("after D").containsExactly(3L);
    assertThat(keyPage("C", -5, 1)).as("after C, before any id").containsExactly(1L);
  }

  @Test
  @IfThisFails("check that a page by key does not count rows from the start")
  final void page_10_aKeyPageDoesNotShiftWhenMoviesComeBeforeIt() {
    givenMovies();
    List<Long> before = keyPage("C", 1, 2);
    given(movie(10, "A"), movie(11, "AA"));
    assertThat(keyPage("C", 1, 2)).isEqualTo(before).containsExactly(3L, 6L);
  }

  @Test
  @NeedsServer
  @IfThisFails("check that offset and limit reach the database, and are not applied in memory")
  final void page_11_fetchesNoMoreRowsThanItShows() {
    givenMovies();
    for (MovieOrder order : MovieOrder.values()) {
      WireObservation offsetPage = server().observe(() -> page(order, 1, 2));
      assertThat(offsetPage.counts().rowsReceived())
          .as("rows received for 2 movies by %s; sent: %s", order, offsetPage.statements())
          .isEqualTo(2);
    }
    WireObservation keyPage = server().observe(() -> keyPage("B", 5, 2));
    assertThat(keyPage.counts().rowsReceived())
        .as("rows received for a key page of 2; sent: %s", keyPage.statements())
        .isEqualTo(2);
  }

  private List<Long> page(MovieOrder order, long offset, int limit) {
    return store().query(unit -> unit.moviesPage(order, offset, limit)).stream()
        .map(Rules::id)
        .toList();
  }

  private List<Movie> movies(String title, long id, int limit) {
    return store().query(unit -> unit.moviesPageAfter(title, id, limit));
  }

  private List<Long> keyPage(String title, long id, int limit) {
    return movies(title, id, limit).stream().map(Rules::id).toList();
  }
}
