package dev.screentest.jdbi;

import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.spi.LikePattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search form as SQL and the values that it binds by name; what is null is no condition.
 *
 * @param titlePattern for {@code ILIKE}
 */
record SearchConditions(
    @Nullable String titlePattern, @Nullable LocalDate releasedAfter, @Nullable String actorName) {

  private static final String TITLE = "m.title ilike :titlePattern";

  private static final String RELEASED_AFTER = "m.release_date > :releasedAfter";

  private static final String STARRING =
      """
      exists (
        select 1
        from movies_actors r
        join actors a on a.id = r.actor_id
        where r.movie_id = m.id and a.name = :actorName)
      """;

  static SearchConditions of(MovieSearch search) {
    String fragment = search.titleFragment();
    return new SearchConditions(
        fragment == null ? null : LikePattern.containing(fragment),
        search.releasedAfter(),
        search.actorName());
  }

  /** Returns the clause with the conditions that are given, which is empty without any. */
  String where() {
    List<String> given = new ArrayList<>(3);
    if (titlePattern != null) {
      given.add(TITLE);
    }
    if (releasedAfter != null) {
      given.add(RELEASED_AFTER);
    }
    if (actorName != null) {
      given.add(STARRING);
    }
    return given.isEmpty() ? "" : "where " + String.join(" and ", given);
  }
}
