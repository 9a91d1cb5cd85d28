package dev.screentest.testbed.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.IdRange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

  private final Catalogue small = DataSet.SMALL.catalogue();

  @Test
  void aRowIsAPureFunctionOfSeedAndId() {
    MovieFacts alone = DataSet.SMALL.catalogue().movie(700, FetchDepth.CONTACT_DETAILS);
    small.movies(new IdRange(1, 699), FetchDepth.CONTACT_DETAILS);
    assertThat(small.movie(700, FetchDepth.CONTACT_DETAILS)).isEqualTo(alone);
    assertThat(new GeneratedCatalogue(1, 1_000, 4_000).movie(700)).isNotEqualTo(small.movie(700));
  }

  @Test
  void castsAreSmallSkewedAndAscending() {
    List<Integer> sizes = casts().map(List::size).toList();
    assertThat(sizes.stream().mapToInt(i -> i).average().orElseThrow()).isBetween(4.0, 6.0);
    assertThat(sizes).contains(0, 1).anyMatch(size -> size > 15);
    assertThat(casts()).allSatisfy(cast -> assertThat(cast).isSorted().doesNotHaveDuplicates());
  }

  @Test
  void fewActorsPlayMostRoles() {
    long roles = casts().mapToLong(List::size).sum();
    long ofTheFirstEighth =
        casts().flatMap(List::stream).filter(id -> id <= small.actors() / 8).count();
    assertThat((double) ofTheFirstEighth / roles).isBetween(0.40, 0.55);
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL", "MEDIUM"})
  void theBusiestActorPlaysInSomeSeventyMovies(DataSet dataSet) {
    Catalogue catalogue = dataSet.catalogue();
    Map<Long, Long> movies =
        LongStream.rangeClosed(1, catalogue.movies())
            .mapToObj(catalogue::cast)
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(Collections.max(movies.values())).isBetween(50L, 100L);
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL", "MEDIUM", "LARGE"})
  void namesRepeatButRarely(DataSet dataSet) {
    Catalogue catalogue = dataSet.catalogue();
    long sample = Math.min(100_000, catalogue.actors());
    long names =
        LongStream.rangeClosed(1, sample)
            .mapToObj(id -> catalogue.actor(id).name())
            .distinct()
            .count();
    assertThat((double) names / sample).isBetween(0.3, 0.99);
  }

  @Test
  void anyCodePointMayOccurInATitle() {
    Catalogue medium = DataSet.MEDIUM.catalogue();
    Set<Integer> planes =
        LongStream.rangeClosed(1, medium.movies())
            .boxed()
            .flatMap(id -> medium.movie(id).title().codePoints().boxed())
            .map(codePoint -> codePoint >> 16)
            .collect(Collectors.toSet());
    assertThat(planes).hasSize(17);
  }

  private Stream<List<Long>> casts() {
    return LongStream.rangeClosed(1, small.movies()).mapToObj(small::cast);
  }

  @Test
  void textsUseEveryKindOfCharacterAndRepeat() {
    List<String> titles =
        LongStream.rangeClosed(1, small.movies()).mapToObj(id -> small.movie(id).title()).toList();
    String all = String.join("", titles);
    assertThat(all).contains("%", "_", "\\", "'", "\"");
    assertThat(all.codePoints().filter(Character::isSupplementaryCodePoint)).isNotEmpty();
    assertThat(all.codePoints().mapToObj(Character.UnicodeScript::of).collect(Collectors.toSet()))
        .contains(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.ARABIC,
            Character.UnicodeScript.HAN);
    assertThat(titles.stream().distinct().count()).isBetween(800L, 999L);
  }

  @Test
  void someDatesAreUnknown() {
    assertThat(LongStream.rangeClosed(1, small.movies()).mapToObj(id -> small.movie(id)))
        .anyMatch(movie -> movie.releaseDate() == null)
        .anyMatch(movie -> movie.releaseDate() != null);
  }

  @Test
  void moviesStarringAreThoseWithTheNameInTheCast() {
    ActorFacts actor = small.actor(small.cast(10).get(0));
    assertThat(small.moviesStarring(actor.name()))
        .contains(small.movie(10))
        .allSatisfy(
            movie ->
                assertThat(small.cast(movie.id()).stream().map(id -> small.actor(id).name()))
                    .contains(actor.name()));
    assertThat(small.moviesStarring("nobody")).isEmpty();
  }

  @Test
  void aRowThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> small.movie(1_001)).hasMessageContaining("ids run from 1 to 1000");
    assertThatThrownBy(() -> small.actor(0)).hasMessageContaining("ids run from 1 to 4000");
  }

  @Test
  void theTutorialHasItsThreeMovies() {
    Catalogue tutorial = DataSet.TUTORIAL.catalogue();
    assertThat(
            IntStream.rangeClosed(1, (int) tutorial.movies())
                .mapToObj(id -> tutorial.movie(id).title()))
        .containsExactly("The Bourne Identity", "Furious 7", "Pain & Gain");
    assertThat(tutorial.moviesStarring("Dwayne Johnson")).extracting("id").containsExactly(2L, 3L);
  }
}
