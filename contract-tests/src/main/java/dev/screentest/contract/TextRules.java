package dev.screentest.contract;

import static dev.screentest.contract.Row.actor;
import static dev.screentest.contract.Row.contact;
import static dev.screentest.contract.Row.movie;
import static dev.screentest.contract.Row.role;
import static dev.screentest.contract.Row.stuntman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.CastList;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.InsertStrategy;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.Stuntman;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which texts come back as they were stored: all of them. */
abstract class TextRules extends Rules {

  TextRules(Stage stage) {
    super(stage);
  }

  @Test
  @IfThisFails("check that an empty text is not turned into null, nor null into an empty text")
  final void text_1_theEmptyTextIsAText() {
    keeps("");
  }

  @Test
  @IfThisFails("check for a column or a buffer with a limit")
  final void text_2_tenThousandCharactersAreNotTooMany() {
    keeps("0123456789".repeat(1000));
    keeps("\u00E9\uD83C\uDFAC".repeat(5000));
  }

  @Test
  @IfThisFails("check the encoding on the way: what needs four bytes is no character of its own")
  final void text_3_everyPlaneOfUnicodeIsKept() {
    StringBuilder planes = new StringBuilder();
    for (int plane = 0; plane <= 16; plane++) {
      planes.appendCodePoint(plane * 0x10000 + 0x41);
      planes.appendCodePoint(plane * 0x10000 + 0xFFFD);
    }
    keeps(planes.toString());
  }

  @Test
  @IfThisFails("check that nothing normalises texts")
  final void text_4_equivalentSpellingsStayDifferent() {
    keeps("e\u0301");
    inRead(unit -> assertThat(unit.existsMovieTitled("\u00E9")).as("the other spelling").isFalse());
    keeps("\u00E9");
    inRead(unit -> assertThat(unit.distinctTitles()).containsExactly("e\u0301", "\u00E9"));
  }

  @Test
  @IfThisFails("check the quoting: values are bound, never part of the SQL")
  final void text_5_quotesAndBackslashesAreThemselves() {
    keeps("it's \"quoted\" \\ ''twice'' \\\\ `tick` $$dollar$$ E'\\n' U&'\\0041'");
  }

  @Test
  @IfThisFails("check escapes of COPY and the like: all control characters but NUL are texts")
  final void text_6_controlCharactersAreKept() {
    StringBuilder controls = new StringBuilder();
    for (char c = 1; c < 32; c++) {
      controls.append(c);
    }
    keeps(controls.append('\u007F').append('\u0085').append('\u2028').toString());
    keeps("\\N");
    keeps("\\.");
    keeps("a\tb\nc\rd\r\n");
  }

  @Test
  @IfThisFails("check that nothing trims")
  final void text_7_spacesAtTheEndsAreKept() {
    keeps("  both ends  ");
    keeps(" ");
    keeps("\t");
    keeps("\u00A0no-break\u3000");
  }

  @Test
  @IfThisFails("check that the framework looks for placeholders in SQL only, not in values")
  final void text_8_whatLooksLikeAPlaceholderIsAText() {
    keeps("? :name #{id} ${id} <id> {call x} {ts '2015-04-02'} $1 %s %n {0} @p1 ::text /* x */ --");
  }

  @Test
  @IfThisFails("check the nulls of projections and bulk ways: these are words")
  final void text_9_wordsForNullAreTexts() {
    keeps("null");
    keeps("NULL");
    keeps("None");
    keeps("infinity");
  }

  @Test
  @IfThisFails("check that text is cut and joined nowhere: one sign may be many code points")
  final void text_10_composedSignsAreKept() {
    keeps(
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \u05E9\u05DC\u05D5\u05DD"
            + " \u202Eabc\u202C");
  }

  @Test
  @IfThisFails("check that a fragment with quotes is bound like any other")
  final void text_11_quotesInAFragmentAreThemselves() {
    given(
        actor(1, "A"),
        contact(1, "1", "O'Hara's \"Inn\"", 1),
        actor(2, "B"),
        contact(2, "2", "O", 2));
    inRead(
        unit -> {
          assertThat(unit.actorsLivingIn("O'Hara's \"Inn\"")).hasSize(1);
          assertThat(unit.actorsLivingIn("''")).isEmpty();
        });
  }

  @Test
  @IfThisFails("check how fragments are compared: what is not ASCII fits at least itself")
  final void text_12_aFragmentFitsItselfInEveryScript() {
    String address = "\u00DCber\u00DF 12, \u6771\u4EAC, \uD83C\uDFAC\u00E9";
    given(actor(1, "A"), contact(1, "1", address, 1));
    inRead(
        unit -> {
          assertThat(unit.actorsLivingIn(address)).hasSize(1);
          assertThat(unit.actorsLivingIn("\u6771")).hasSize(1);
          assertThat(unit.actorsLivingIn("\uD83C\uDFAC")).hasSize(1);
          assertThat(unit.actorsLivingIn("ber")).hasSize(1);
        });
  }

  @Test
  @Needs(Capability.CASCADE)
  @IfThisFails("check that a bulk way escapes what its format reserves")
  final void text_13_everyInsertStrategyKeepsEveryText() {
    List<String> texts =
        List.of(
            "",
            " ",
            "\\",
            "\\N",
            "\\.",
            "a\tb",
            "a\nb",
            "a\rb",
            "\"",
            "'",
            ",",
            "{}",
            "{a,b}",
            "null",
            "\u0001",
            "\uD83C\uDFAC",
            "?",
            "${x}",
            "#{x}",
            ":x");
    for (InsertStrategy strategy : insertStrategies()) {
      List<Movie> movies =
          texts.stream()
              .map(
                  text -> {
                    Movie movie = new Movie(text, null);
                    Actor actor = new Actor(text, null);
                    actor.setStuntman(new Stuntman(text, true));
                    actor.addContactDetails(new ContactDetails(text, text));
                    movie.addActor(actor);
                    return movie;
                  })
              .toList();
      inWrite(unit -> unit.saveAll(movies, strategy));
      assertThat(rows()).as("rows inserted by %s", strategy).containsAll(GraphRows.of(movies));
    }
  }

  /** Saves a text in every column, looks at the rows, and reads them back in every way. */
  private void keeps(String text) {
    Movie movie = new Movie(text, null);
    Actor actor = new Actor(text, null);
    Stuntman stuntman = new Stuntman(text, true);
    ContactDetails details = new ContactDetails(text, text);
    actor.setStuntman(stuntman);
    actor.addContactDetails(details);
    movie.addActor(actor);
    saveGraph(movie);
    assertThat(rows())
        .contains(
            movie(id(movie), text),
            actor(id(actor), text),
            role(id(movie), id(actor)),
            stuntman(id(stuntman), text, true, id(actor)),
            contact(id(details), text, text, id(actor)));
    String expected = Facts.ofMovies(List.of(movie));
    for (var strategy : fetchStrategies()) {
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
          assertThat(unit.existsMovieTitled(text)).as("exists by its title").isTrue();
          assertThat(unit.distinctTitles()).contains(text);
          assertThat(unit.moviesStarring(text)).extracting(Movie::getId).contains(id(movie));
          assertThat(unit.credits(IdRange.of(id(movie))))
              .extracting("title", "actorName")
              .containsExactly(tuple(text, text));
          assertThat(unit.castLists(IdRange.of(id(movie))))
              .containsExactly(
                  new CastList(id(movie), text, List.of(new CastList.Member(id(actor), text))));
          assertThat(unit.searchMovies(new MovieSearch(text, null, text)))
              .extracting(Movie::getId)
              .contains(id(movie));
        });
  }
}
