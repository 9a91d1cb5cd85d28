package dev.screentest.jdbi;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.LinkedHashMapRowReducer;
import org.jdbi.v3.core.result.RowReducer;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.UseRowReducer;

/** Graphs, each from one flat join, whose rows are reduced to objects. */
interface GraphDao {

  String ACTOR_WITH_CONTACT_DETAILS =
      Select.ACTORS_WITH_CONTACT_DETAILS + "where a.id = :id order by c.id";

  String ACTORS_WITH_CONTACT_DETAILS =
      Select.ACTORS_WITH_CONTACT_DETAILS + "where a.id = any(:ids) order by a.id, c.id";

  String MOVIES_WITH_CAST =
      "select "
          + Select.MOVIE_COLUMNS
          + ", "
          + Select.ACTOR_COLUMNS
          + """

          from movies m
          left join movies_actors r on r.movie_id = m.id
          left join actors a on a.id = r.actor_id
          left join stuntmen s on s.actor_id = a.id
          where m.id between :first and :last
          order by m.id, a.id
          """;

  String JOIN_ALL =
      "select "
          + Select.MOVIE_COLUMNS
          + ", "
          + Select.ACTOR_COLUMNS
          + ", "
          + Select.CONTACT_DETAILS_COLUMNS
          + """

          from movies m
          left join movies_actors r on r.movie_id = m.id
          left join actors a on a.id = r.actor_id
          left join stuntmen s on s.actor_id = a.id
          left join contact_details c on c.actor_id = a.id
          """;

  String MOVIES_WITH_CAST_AND_CONTACT_DETAILS =
      JOIN_ALL + "where m.id between :first and :last order by m.id, a.id, c.id";

  String MOVIE_WITH_CAST_AND_CONTACT_DETAILS = JOIN_ALL + "where m.id = :id order by a.id, c.id";

  @SqlQuery(ACTOR_WITH_CONTACT_DETAILS)
  @UseRowReducer(ContactDetailsReducer.class)
  Optional<Actor> actorWithContactDetails(long id);

  @SqlQuery(ACTORS_WITH_CONTACT_DETAILS)
  @UseRowReducer(ContactDetailsReducer.class)
  List<Actor> actorsWithContactDetails(List<Long> ids);

  @SqlQuery(MOVIES_WITH_CAST)
  @UseRowReducer(CastReducer.class)
  List<Movie> moviesWithCast(long first, long last);

  @SqlQuery(MOVIES_WITH_CAST_AND_CONTACT_DETAILS)
  @UseRowReducer(CastWithContactDetailsReducer.class)
  List<Movie> moviesWithCastAndContactDetails(long first, long last);

  @SqlQuery(MOVIE_WITH_CAST_AND_CONTACT_DETAILS)
  @UseRowReducer(CastWithContactDetailsReducer.class)
  Optional<Movie> movieWithCastAndContactDetails(long id);

  /** Reduces actors joined with their contact details. Public, because Jdbi creates it. */
  class ContactDetailsReducer implements LinkedHashMapRowReducer<Long, Actor> {

    @Override
    public void accumulate(Map<Long, Actor> actors, RowView row) {
      Actor actor = actors.computeIfAbsent(row.getColumn("a_id", Long.class), id -> newActor(row));
      if (row.getColumn("c_id", Long.class) != null) {
        row.getRow(ContactDetails.class).setActor(actor);
      }
    }

    private static Actor newActor(RowView row) {
      Actor actor = row.getRow(Actor.class);
      actor.setContactDetails(new LinkedHashSet<>());
      return actor;
    }
  }

  /** Reduces movies joined with their casts. Public, because Jdbi creates it. */
  class CastReducer implements RowReducer<JoinedCast, Movie> {

    @Override
    public JoinedCast container() {
      return new JoinedCast(false);
    }

    @Override
    public void accumulate(JoinedCast cast, RowView row) {
      cast.add(row);
    }

    @Override
    public Stream<Movie> stream(JoinedCast cast) {
      return cast.movies();
    }
  }

  /** Reduces movies joined with their casts and the actors' contact details. */
  class CastWithContactDetailsReducer extends CastReducer {

    @Override
    public JoinedCast container() {
      return new JoinedCast(true);
    }
  }
}
