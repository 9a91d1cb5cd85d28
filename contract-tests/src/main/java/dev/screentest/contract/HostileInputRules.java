package dev.screentest.contract;

import static dev.screentest.contract.Row.movie;
import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.Stuntman;
import dev.screentest.domain.UnitOfWork;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What SQL in a text does: nothing. */
abstract class HostileInputRules extends Rules {

  private static final List<String> ATTACKS =
      List.of(
          "'; delete from movies_actors; --",
          "' or '1'='1",
          "' or 1=1 --",
          "\\'; drop table movies cascade; --",
          "%' or title like '%",
          "') or ('a'='a",
          "'; update movies set title = 'hacked'; --",
          "$$; delete from contact_details; $$",
          "?; delete from stuntmen",
          "' union select 1, 'hacked', null --",
          "${1+1} #{title} :title <title>",
          "a' || (select version()) || 'b",
          "*/ delete from movies /*",
          "' escape '\\");

  HostileInputRules(Stage stage) {
    super(stage);
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that every text that is written is bound")
  final void host_1_sqlThatIsSavedIsAText() {
    for (InsertStrategy strategy : insertStrategies()) {
      List<Movie> movies = ATTACKS.stream().map(HostileInputRules::graph).toList();
      inWrite(unit -> unit.saveAll(movies, strategy));
      assertThat(rows()).as("rows by %s", strategy).containsAll(GraphRows.of(movies));
    }
    assertThat(rows(Row.MovieRow.class)).hasSize(insertStrategies().size() * ATTACKS.size());
  }

  @Test
  @IfThisFails("check that every text of an update is bound")
  final void host_2_sqlThatIsWrittenOverATextIsAText() {
    given(CatalogueRows.tutorial());
    for (String attack : ATTACKS) {
      inWrite(
          unit -> {
            Actor actor = unit.findActorWithContactDetails(1).orElseThrow();
            actor.setName(attack);
            for (ContactDetails details : actor.getContactDetails()) {
              details.setPhoneNumber(attack);
              details.setAddress(attack);
            }
            Stuntman stuntman = actor.getStuntman();
            assertThat(stuntman).isNotNull();
            stuntman.setName(attack);
            unit.save(actor);
            assertThat(unit.retitleMovie(1, attack)).isTrue();
          });
      assertThat(rows())
          .contains(
              movie(1, attack, LocalDate.of(2002, 10, 11)),
              new Row.ContactRow(1, attack, attack, 1),
              new Row.StuntmanRow(1, attack, true, 1))
          .hasSameSizeAs(CatalogueRows.tutorial());
      assertThat(rows(Row.ActorRow.class).get(0).name()).isEqualTo(attack);
    }
  }

  @Test
  @Needs(Capability.MERGE)
  @IfThisFails("check that every text of a merge is bound")
  final void host_3_sqlThatIsMergedIsAText() {
    given(movie(1, "M"), movie(2, "neighbour"));
    for (String attack : ATTACKS) {
      store().write(unit -> unit.merge(new Movie(1, attack, null)));
      assertThat(rows()).containsExactly(movie(1, attack), movie(2, "neighbour"));
    }
  }

  @Test
  @IfThisFails("check that the title is bound")
  final void host_4_sqlInATitleThatIsLookedForFindsNothing() {
    findsNothing((unit, attack) -> unit.existsMovieTitled(attack) ? List.of(attack) : List.of());
  }

  @Test
  @IfThisFails("check that the name is bound")
  final void host_5_sqlInANameThatIsLookedForFindsNothing() {
    findsNothing(UnitOfWork::moviesStarring);
  }

  @Test
  @IfThisFails("check that the fragment is bound, as a pattern in which everything is escaped")
  final void host_6_sqlInAFragmentFindsNothing() {
    findsNothing(UnitOfWork::actorsLivingIn);
  }

  @Test
  @IfThisFails("check that the key of a page is bound")
  final void host_7_sqlInTheKeyOfAPageIsAPlaceInTheOrder() {
    given(movie(1, "!"), movie(2, "~"));
    for (String attack : ATTACKS) {
      inRead(
          unit ->
              assertThat(unit.moviesPageAfter(attack, 1, 10))
                  .as("page after %s", attack)
                  .extracting(Movie::getTitle)
                  .containsExactlyElementsOf(
                      Stream.of("!", "~").filter(title -> title.compareTo(attack) > 0).toList()));
    }
    assertThat(rows()).containsExactly(movie(1, "!"), movie(2, "~"));
  }

  @Test
  @NeedsServer
  @Needs(Capability.CASCADE)
  @IfThisFails("check that values travel as parameters: none may be seen in a statement's text")
  final void host_8_noValueIsEverPartOfTheSql() {
    String marker = "zqx";
    given(CatalogueRows.tutorial());
    List<String> sent =
        server()
            .observe(
                () ->
                    inWrite(
                        unit -> {
                          for (InsertStrategy strategy : insertStrategies()) {
                            unit.saveAll(List.of(graph(marker)), strategy);
                          }
                          Movie movie = unit.findMovie(1).orElseThrow();
                          movie.setTitle(marker + marker);
                          unit.save(movie);
                          assertThat(unit.existsMovieTitled(marker)).isTrue();
                          assertThat(unit.moviesStarring(marker)).isNotEmpty();
                          assertThat(unit.actorsLivingIn(marker)).isNotEmpty();
                          assertThat(unit.moviesPageAfter(marker, 1, 1)).isNotEmpty();
                          assertThat(unit.searchMovies(new MovieSearch(marker, null, marker)))
                              .isNotEmpty();
                          assertThat(unit.retitleMovie(2, marker)).isTrue();
                        }))
            .statements();
    assertThat(sent).as("statements, none of which may contain the value %s", marker).isNotEmpty();
    assertThat(sent).noneMatch(sql -> sql.contains(marker));
  }

  @Test
  @IfThisFails("check that both texts of a search are bound, whichever of them are given")
  final void host_9_sqlInASearchFindsNothing() {
    findsNothing(
        (unit, attack) ->
            Stream.of(
                    new MovieSearch(attack, null, null),
                    new MovieSearch(null, null, attack),
                    new MovieSearch(attack, LocalDate.EPOCH, attack))
                .flatMap(search -> unit.searchMovies(search).stream())
                .toList());
  }

  private void findsNothing(BiFunction<UnitOfWork, String, List<?>> search) {
    List<Row> before = CatalogueRows.tutorial();
    given(before);
    for (String attack : ATTACKS) {
      List<?> found = store().write(unit -> search.apply(unit, attack));
      assertThat(found).as("found by %s", attack).isEmpty();
    }
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
  }

  private static Movie graph(String text) {
    Movie movie = new Movie(text, null);
    Actor actor = new Actor(text, null);
    actor.setStuntman(new Stuntman(text, true));
    actor.addContactDetails(new ContactDetails(text, text));
    movie.addActor(actor);
    return movie;
  }
}
