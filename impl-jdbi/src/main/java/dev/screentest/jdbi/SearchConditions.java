package dev.screentest.jdbi;

import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.spi.LikePattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions that a search form gives.
 *
 * @param where the clause, which is empty without any; one of eight texts
 * @param values what the clause binds, by name
 */
record SearchConditions(String where, Map<String, Object> values) {

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
    List<String> conditions = new ArrayList<>(3);
    Map<String, Object> values = new HashMap<>();
    String titleFragment = search.titleFragment();
    if (titleFragment != null) {
      conditions.add(TITLE);
      values.put("titlePattern", LikePattern.containing(titleFragment));
    }
    LocalDate releasedAfter = search.releasedAfter();
    if (releasedAfter != null) {
      conditions.add(RELEASED_AFTER);
      values.put("releasedAfter", releasedAfter);
    }
    String actorName = search.actorName();
    if (actorName != null) {
      conditions.add(STARRING);
      values.put("actorName", actorName);
    }
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return new SearchConditions(where, values);
  }
}
