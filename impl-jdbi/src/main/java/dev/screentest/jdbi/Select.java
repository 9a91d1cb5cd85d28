package dev.screentest.jdbi;

/**
 * The beginnings of queries. Columns come under the prefixes that the registered mappers expect,
 * which are the tables' aliases too: {@code m} for movies, {@code a} for actors, {@code s} for
 * stuntmen, {@code c} for contact details, {@code r} for roles.
 */
final class Select {

  static final String MOVIE_PREFIX = "m";
  static final String ACTOR_PREFIX = "a";
  static final String STUNTMAN_PREFIX = "s";
  static final String CONTACT_DETAILS_PREFIX = "c";

  static final String MOVIE_COLUMNS =
      "m.id as m_id, m.title as m_title, m.release_date as m_release_date";

  /** An actor always comes with its stuntman. */
  static final String ACTOR_COLUMNS =
      "a.id as a_id, a.name as a_name, a.birthday as a_birthday,"
          + " s.id as s_id, s.name as s_name, s.active as s_active";

  static final String CONTACT_DETAILS_COLUMNS =
      "c.id as c_id, c.phone_number as c_phone_number, c.address as c_address";

  static final String MOVIES = "select " + MOVIE_COLUMNS + " from movies m ";

  static final String ACTORS =
      "select " + ACTOR_COLUMNS + " from actors a left join stuntmen s on s.actor_id = a.id ";

  static final String ACTORS_WITH_CONTACT_DETAILS =
      "select "
          + ACTOR_COLUMNS
          + ", "
          + CONTACT_DETAILS_COLUMNS
          + " from actors a left join stuntmen s on s.actor_id = a.id"
          + " left join contact_details c on c.actor_id = a.id ";

  private Select() {}
}
