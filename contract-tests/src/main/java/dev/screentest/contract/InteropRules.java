package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How stores share their tables with clients that know only the schema, such as the tutorial's. */
@NeedsServer
abstract class InteropRules extends Rules {

  InteropRules(Stage stage) {
    super(stage);
  }

  /** Inserts as SQLAlchemy does for the tutorial: without ids, which it asks to be returned. */
  private long insertMovie(String title) {
    return server()
        .number(
            "insert into movies (title, release_date) values ('"
                + title
                + "', date '2015-04-02') returning movies.id");
  }

  @Test
  @IfThisFails("check for columns, ids or conventions that only the store itself writes")
  final void interop_1_rowsOfAClientThatKnowsOnlyTheDefaultsAreRead() {
    long movie = insertMovie("Furious 7");
    long actor =
        server()
            .number(
                "insert into actors (name, birthday) values ('Dwayne Johnson', date '1972-05-02')"
                    + " returning actors.id");
    long stuntman =
        server()
            .number(
                "insert into stuntmen (name, active, actor_id) values ('John Roe', true, "
                    + actor
                    + ") returning stuntmen.id");
    long details =
        server()
            .number(
                "insert into contact_details (phone_number, address, actor_id) values"
                    + " ('423 555 5623', 'Glendale, CA', "
                    + actor
                    + ") returning contact_details.id");
    server()
        .execute(
            "insert into movies_actors (movie_id, actor_id) values (" + movie + "," + actor + ")");
    List<Movie> movies =
        store()
            .read(
                unit ->
                    unit.moviesWithCast(
                        IdRange.of(movie), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED));
    Facts.assertThatMovies(movies)
        .isEqualTo(
            """
            movie %d 'Furious 7' 2015-04-02
              actor %d 'Dwayne Johnson' 1972-05-02
                stuntman %d 'John Roe' active
                contact %d '423 555 5623' 'Glendale, CA'
            """
                .formatted(movie, actor, stuntman, details));
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that the tutorial's own queries find what the store has written")
  final void interop_2_rowsOfTheStoreAreReadByTheTutorialsQueries() {
    Movie movie = new Movie("Pain & Gain", LocalDate.of(2013, 8, 23));
    Actor actor = new Actor("Dwayne Johnson", LocalDate.of(1972, 5, 2));
    actor.setStuntman(new Stuntman("John Roe", true));
    actor.addContactDetails(new ContactDetails("423 555 5623", "Glendale, CA"));
    movie.addActor(actor);
    inWrite(unit -> unit.save(movie));
    assertThat(
            server()
                .texts(
                    """
                    select movies.title
                    from movies
                    join movies_actors as movies_actors_1 on movies.id = movies_actors_1.movie_id
                    join actors on actors.id = movies_actors_1.actor_id
                    where actors.name = 'Dwayne Johnson'
                    """))
        .containsExactly("Pain & Gain");
    assertThat(
            server()
                .texts(
                    """
                    select actors.name || ', ' || stuntmen.name
                    from actors
                    join contact_details on actors.id = contact_details.actor_id
                    join stuntmen on actors.id = stuntmen.actor_id
                    where contact_details.address ilike '%glendale%' and stuntmen.active
                    """))
        .containsExactly("Dwayne Johnson, John Roe");
  }

  @Test
  @IfThisFails("check that the store uses no id before it has the sequence's value for its block")
  final void interop_3_idsOfTheStoreAndOfOtherClientsNeverMeet() {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 130; i++) {
      Movie movie = new Movie("by the store", null);
      inWrite(unit -> unit.save(movie));
      ids.add(id(movie));
      if (i % 10 == 0) {
        ids.add(insertMovie("by another client"));
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(store().<Long, RuntimeException>read(UnitOfWork::countMovies)).isEqualTo(ids.size());
  }

  @Test
  @NeedsLackOf(Capability.SHARED_CACHE)
  @IfThisFails("check for caches across units")
  final void interop_4_changesOfOtherClientsAreSeenByTheNextUnit() {
    long id = insertMovie("before");
    assertThat(store().read(unit -> unit.findMovie(id)).orElseThrow().getTitle())
        .isEqualTo("before");
    server().execute("update movies set title = 'after' where id = " + id);
    assertThat(store().read(unit -> unit.findMovie(id)).orElseThrow().getTitle())
        .isEqualTo("after");
    server().execute("delete from movies where id = " + id);
    inRead(unit -> assertThat(unit.findMovie(id)).isEmpty());
  }

  @Test
  @IfThisFails("check for objects that the framework creates: schema.sql alone defines the schema")
  final void interop_5_theSchemaStaysAsItIs() {
    String schema =
        """
        select relkind::text || ' ' || relname from pg_class
        where relnamespace = current_schema()::regnamespace order by 1
        """;
    String columns =
        """
        select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
        from information_schema.columns where table_schema = current_schema() order by 1
        """;
    List<String> before = server().texts(schema);
    List<String> columnsBefore = server().texts(columns);
    given(CatalogueRows.tutorial());
    Tour.walk(server().openStore(server().pool().dataSource()), variant());
    assertThat(server().texts(schema)).isEqualTo(before);
    assertThat(server().texts(columns)).isEqualTo(columnsBefore);
  }
}
