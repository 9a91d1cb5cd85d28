package dev.screentest.jdbi;

import dev.screentest.domain.Movie;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowReducer;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.UseRowReducer;

/** Graphs of which the database nests the levels below movies, as JSON. */
interface NestedDao {

  /** The keys are the names of {@link ActorJson}. */
  String ACTOR_AS_JSON =
      """
      'id', a.id, 'name', a.name, 'birthday', a.birthday,
      'stuntman', case when s.id is not null then
        json_build_object('id', s.id, 'name', s.name, 'active', s.active) end
      """;

  String MOVIES_WITH_CAST =
      "select "
          + Select.MOVIE_COLUMNS
          + ", (select coalesce(json_agg(json_build_object("
          + ACTOR_AS_JSON
          + """
          ) order by a.id), '[]')
            from movies_actors r
            join actors a on a.id = r.actor_id
            left join stuntmen s on s.actor_id = a.id
            where r.movie_id = m.id) as actors
          from movies m
          where m.id between :first and :last
          order by m.id
          """;

  String MOVIES_WITH_CAST_AND_CONTACT_DETAILS =
      "select "
          + Select.MOVIE_COLUMNS
          + ", (select coalesce(json_agg(json_build_object("
          + ACTOR_AS_JSON
          + """
          , 'contactDetails', (
              select coalesce(json_agg(json_build_object(
                'id', c.id, 'phoneNumber', c.phone_number, 'address', c.address)
                order by c.id), '[]')
              from contact_details c
              where c.actor_id = a.id)
          ) order by a.id), '[]')
            from movies_actors r
            join actors a on a.id = r.actor_id
            left join stuntmen s on s.actor_id = a.id
            where r.movie_id = m.id) as actors
          from movies m
          where m.id between :first and :last
          order by m.id
          """;

  @SqlQuery(MOVIES_WITH_CAST)
  @UseRowReducer(NestedCastReducer.class)
  List<Movie> moviesWithCast(long first, long last);

  @SqlQuery(MOVIES_WITH_CAST_AND_CONTACT_DETAILS)
  @UseRowReducer(NestedCastReducer.class)
  List<Movie> moviesWithCastAndContactDetails(long first, long last);

  /** Reduces movies that bring their casts in a column. Public, because Jdbi creates it. */
  class NestedCastReducer implements RowReducer<NestedCast, Movie> {

    @Override
    public NestedCast container() {
      return new NestedCast();
    }

    @Override
    public void accumulate(NestedCast cast, RowView row) {
      cast.add(row.getRow(Movie.class), row.getColumn("actors", JsonCastMapper.CAST));
    }

    @Override
    public Stream<Movie> stream(NestedCast cast) {
      return cast.movies();
    }
  }
}
