package dev.screentest.contract;

import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.movie;
import static dev.screentest.contract.Row.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which dates come back as they were stored: all from year 1 to 9999, everywhere in the world. */
abstract class DateRules extends Rules {

  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  DateRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check that an unknown date is null in Java and in the table")
  final void date_1_anUnknownDateIsNull() {
    keeps(null);
  }

  @Test
  @IfThisFails("check for java.sql.Date and its calendar: use LocalDate with the driver")
  final void date_2_yearOneIsKept() {
    keeps(FIRST);
    keeps(LocalDate.of(1, 12, 31));
    keeps(LocalDate.of(99, 1, 1));
  }

  @Test
  @IfThisFails("check that no date stands for infinity")
  final void date_3_year9999IsKept() {
    keeps(LAST);
  }

  @Test
  @IfThisFails("check the calendar: leap days of the proleptic Gregorian one are days")
  final void date_4_leapDaysAreKept() {
    keeps(LocalDate.of(2024, 2, 29));
    keeps(LocalDate.of(2000, 2, 29));
    keeps(LocalDate.of(4, 2, 29));
    keeps(LocalDate.of(1900, 2, 28));
  }

  @Test
  @IfThisFails("check for java.util calendars, which jump from 4 to 15 October 1582")
  final void date_5_daysThatTheGregorianReformSkippedAreKept() {
    for (int day = 4; day <= 15; day++) {
      keeps(LocalDate.of(1582, 10, day));
    }
    keeps(LocalDate.of(1500, 2, 28));
  }

  @Test
  @IfThisFails("check for a detour over an instant: a date has no time zone")
  final void date_6_theTimeZoneDoesNotMatter() {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone :
          List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Sao_Paulo", "Asia/Tehran")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        keeps(LocalDate.of(2018, 11, 4));
        keeps(LocalDate.of(2015, 4, 2));
        keeps(LocalDate.of(1969, 12, 31));
        keeps(FIRST);
        keeps(LAST);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  @IfThisFails("check the parameters of queries: they are bound as dates, too")
  final void date_7_queriesCompareDatesFromEndToEnd() {
    given(
        movie(1, "first", FIRST),
        movie(2, "reform", LocalDate.of(1582, 10, 10)),
        movie(3, "last", LAST),
        movie(4, "unknown", null));
    inRead(
        unit -> {
          assertThat(unit.moviesReleasedAfter(FIRST))
              .extracting(Movie::getId)
              .containsExactly(2L, 3L);
          assertThat(unit.moviesReleasedAfter(LocalDate.of(1582, 10, 9))).hasSize(2);
          assertThat(unit.moviesReleasedAfter(LocalDate.of(1582, 10, 10))).hasSize(1);
          assertThat(unit.moviesReleasedAfter(LAST)).isEmpty();
          assertThat(unit.firstMovieReleasedAfter(LAST.minusDays(1)).map(Movie::getId))
              .contains(3L);
        });
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check how the bulk way spells dates and nulls")
  final void date_8_everyInsertStrategyKeepsEveryDate() {
    List<@Nullable LocalDate> dates = new ArrayList<>();
    dates.add(null);
    dates.addAll(List.of(FIRST, LAST, LocalDate.of(1582, 10, 10), LocalDate.of(2024, 2, 29)));
    for (InsertStrategy strategy : insertStrategies()) {
      List<Movie> movies = new ArrayList<>();
      for (LocalDate date : dates) {
        Movie movie = new Movie("by " + strategy, date);
        movie.addActor(new Actor("by " + strategy, date));
        movies.add(movie);
      }
      inWrite(unit -> unit.saveAll(movies, strategy));
      assertThat(rows()).as("rows inserted by %s", strategy).containsAll(GraphRows.of(movies));
    }
  }

  @Test
  @Needs(Capability.MERGE)
  @IfThisFails("check that a merge writes a null over a date, and a date over a null")
  final void date_9_aMergeCanSetAndUnsetADate() {
    given(movie(1, "set", null), movie(2, "unset", LAST));
    Movie set = store().read(unit -> unit.findMovie(1)).orElseThrow();
    Movie unset = store().read(unit -> unit.findMovie(2)).orElseThrow();
    set.setReleaseDate(FIRST);
    unset.setReleaseDate(null);
    inWrite(unit -> List.of(set, unset).forEach(unit::merge));
    assertThat(rows()).containsExactly(movie(1, "set", FIRST), movie(2, "unset", null));
  }

  /** Saves a date in every column, looks at the rows, and reads them back in every way. */
  private void keeps(@Nullable LocalDate date) {
    Movie movie = new Movie("M", date);
    Actor actor = new Actor("A", date);
    movie.addActor(actor);
    saveGraph(movie);
    assertThat(rows())
        .contains(
            movie(id(movie), "M", date), actor(id(actor), "A", date), role(id(movie), id(actor)));
    String expected = Facts.ofMovies(List.of(movie));
    for (FetchStrategy strategy : fetchStrategies()) {
      List<Movie> read =
          store()
              .read(
                  unit ->
                      unit.moviesWithCast(
                          IdRange.of(id(movie)), FetchDepth.CONTACT_DETAILS, strategy));
      Facts.assertThatMovies(read).as("read back by %s", strategy).isEqualTo(expected);
    }
    inRead(
        unit -> {
          assertThat(unit.findMovie(id(movie)).orElseThrow().getReleaseDate()).isEqualTo(date);
          assertThat(unit.findActor(id(actor)).orElseThrow().getBirthday()).isEqualTo(date);
          assertThat(unit.summaries(IdRange.of(id(movie))).get(0).releaseDate()).isEqualTo(date);
        });
  }
}
