package dev.screentest.testbed.data;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Movies and actors of which row i is a pure function of the seed and i. As in real catalogues,
 * recent years have more movies, casts are small with a long tail, and few actors play most roles.
 * Titles and names use many scripts, planes beyond the first included; both repeat.
 */
final class GeneratedCatalogue implements Catalogue {

  /** A cast is geometric around this mean, cut at the maximum; one movie in fifty has none. */
  private static final double MEAN_CAST = 5;

  private static final int MAX_CAST = 40;

  /**
   * The density of roles falls with the cube of this root: one actor in eight has half the roles.
   */
  private static final double POPULARITY_SKEW = 3;

  private static final int MAX_CONTACTS = 4;

  private static final List<String> TITLE_STARTS =
      List.of(
          "The Last",
          "A Quiet",
          "Return of the",
          "Beyond the",
          "Der blaue",
          "Le Dernier",
          "La Última",
          "Последний",
          "Ο Τελευταίος",
          "最後の",
          "마지막",
          "आख़िरी",
          "الأخير",
          "Ærlige",
          "100%",
          "O'Hara's");

  private static final List<String> TITLE_ENDS =
      List.of(
          "Identity",
          "Gain",
          "Horizon",
          "Engel",
          "Métro",
          "Niño",
          "Город",
          "Ήλιος",
          "東京物語",
          "서울",
          "नदी",
          "مدينة",
          "Øye",
          "of_2",
          "C:\\Temp",
          "\"Night\"",
          "🎬 Take",
          "𝔾𝕒𝕞𝕖",
          "Straße",
          "🐉");

  private static final List<String> FIRST_NAMES =
      List.of(
          "Dwayne", "Mark", "Matt", "Zoë", "Björk", "Renée", "José", "Анна", "Ελένη", "三船", "송",
          "शाहरुख़", "عمر", "Łukasz", "Siân", "Nguyễn");

  private static final List<String> LAST_NAMES =
      List.of(
          "Johnson",
          "Wahlberg",
          "Damon",
          "Saldaña",
          "Müller",
          "O'Neill",
          "Иванова",
          "Παππάς",
          "敏郎",
          "강호",
          "ख़ान",
          "الشريف",
          "Żak",
          "d'Arcy",
          "Smith-Jones",
          "Văn",
          "🎭",
          "Åkerman",
          "Çelik",
          "Ó Sé");

  private static final List<String> CITIES =
      List.of(
          "Glendale, CA",
          "GLENDALE, AZ",
          "West Hollywood, CA",
          "Burbank, CA",
          "New York, NY",
          "München",
          "Paris 11ᵉ",
          "東京都",
          "Αθήνα",
          "São Paulo",
          "Москва",
          "100% Street_1");

  private final Randomness movieNumbers;
  private final Randomness actorNumbers;
  private final int movies;
  private final int actors;

  GeneratedCatalogue(long seed, int movies, int actors) {
    Randomness numbers = Randomness.of(seed);
    this.movieNumbers = numbers.at(1);
    this.actorNumbers = numbers.at(2);
    this.movies = movies;
    this.actors = actors;
  }

  @Override
  public long movies() {
    return movies;
  }

  @Override
  public long actors() {
    return actors;
  }

  @Override
  public MovieFacts movie(long id) {
    Randomness numbers = movieNumbers.at(requireIn(id, movies));
    String title =
        pick(TITLE_STARTS, numbers, 0) + " " + pick(TITLE_ENDS, numbers, 1) + numeral(numbers);
    return new MovieFacts(id, title, releaseDate(numbers), null);
  }

  private static String numeral(Randomness numbers) {
    int sequel = numbers.below(4, 2);
    return sequel == 0 ? "" : " " + (sequel + 1);
  }

  /** One movie in a hundred has no date yet; the others are dense towards today. */
  private static @Nullable LocalDate releaseDate(Randomness numbers) {
    if (numbers.below(100, 3) == 0) {
      return null;
    }
    int age = (int) (Math.pow(numbers.uniform(4), 2) * 120);
    return LocalDate.of(2026 - age, 1, 1).plusDays(numbers.below(365, 5));
  }

  @Override
  public List<Long> cast(long movieId) {
    Randomness numbers = movieNumbers.at(requireIn(movieId, movies)).at(6);
    if (numbers.below(50, 0) == 0) {
      return List.of();
    }
    int size =
        Math.min(
            MAX_CAST, 1 + (int) (Math.log1p(-numbers.uniform(1)) / Math.log1p(-1 / MEAN_CAST)));
    TreeSet<Long> cast = new TreeSet<>();
    for (int draw = 2; cast.size() < Math.min(size, actors); draw++) {
      cast.add(1 + (long) (Math.pow(numbers.uniform(draw), POPULARITY_SKEW) * actors));
    }
    return List.copyOf(cast);
  }

  @Override
  public ActorFacts actor(long id) {
    Randomness numbers = actorNumbers.at(requireIn(id, actors));
    return new ActorFacts(
        id,
        pick(FIRST_NAMES, numbers, 0) + " " + pick(LAST_NAMES, numbers, 1),
        birthday(numbers),
        stuntman(id, numbers),
        contactDetails(id, numbers));
  }

  private static @Nullable LocalDate birthday(Randomness numbers) {
    return numbers.below(50, 2) == 0
        ? null
        : LocalDate.of(1920 + numbers.below(90, 3), 1, 1).plusDays(numbers.below(365, 4));
  }

  /** Two actors in five have a stuntman. */
  private static @Nullable StuntmanFacts stuntman(long actorId, Randomness numbers) {
    return numbers.below(5, 5) >= 2
        ? null
        : new StuntmanFacts(
            actorId, "Double of " + pick(LAST_NAMES, numbers, 6), numbers.below(4, 7) > 0);
  }

  /** Half of the actors have one, the others none to four; ids have gaps. */
  private static List<ContactFacts> contactDetails(long actorId, Randomness numbers) {
    int number = numbers.below(2, 8) == 0 ? 1 : numbers.below(MAX_CONTACTS + 1, 9);
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                new ContactFacts(
                    (actorId - 1) * MAX_CONTACTS + i + 1,
                    "%03d 555 %04d"
                        .formatted(200 + numbers.below(800, 10 + i), numbers.below(10_000, 20 + i)),
                    pick(CITIES, numbers, 30 + i)))
        .toList();
  }

  private static String pick(List<String> words, Randomness numbers, int place) {
    return words.get(numbers.below(words.size(), place));
  }

  private static long requireIn(long id, int count) {
    if (id < 1 || id > count) {
      throw new IllegalArgumentException("there is no row " + id + "; ids run from 1 to " + count);
    }
    return id;
  }
}
