package dev.screentest.testbed.data;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Movies and actors of which row i is a pure function of the seed and i. As in real catalogues,
 * recent years have more movies, casts are small with a long tail, and few actors play most roles:
 * popularity follows Zipf's law as Mandelbrot extended it. Titles and names use many scripts, and
 * any code point may occur; both repeat.
 */
final class GeneratedCatalogue implements Catalogue {

  /** A cast is geometric around this mean, cut at the maximum; one movie in fifty has none. */
  private static final double MEAN_CAST = 5;

  private static final int MAX_CAST = 40;

  /** How steeply popularity falls with an actor's rank. */
  private static final double POPULARITY_EXPONENT = 2.0 / 3;

  /**
   * Flattens the head, so that the busiest actor plays in some seventy movies whatever the size of
   * the data set: the ranks by which the law is shifted are this part of all actors.
   */
  private static final double POPULARITY_SHIFT = 1.0 / 2_000;

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
        pick(TITLE_STARTS, numbers, 0)
            + " "
            + pick(TITLE_ENDS, numbers, 1)
            + numeral(numbers)
            + subtitle(numbers.at(7));
    return new MovieFacts(id, title, releaseDate(numbers), null);
  }

  /** Most titles have one; one in a hundred is of any code points that there are. */
  private static String subtitle(Randomness numbers) {
    int kind = numbers.below(100, 0);
    if (kind == 0) {
      return ": " + anyCodePoints(numbers.at(1));
    }
    return kind < 30 ? "" : ": " + Words.proper(numbers.at(2));
  }

  /** Returns five code points of all planes; NUL and surrogates are no text. */
  private static String anyCodePoints(Randomness numbers) {
    return IntStream.range(0, 5)
        .map(i -> 1 + numbers.below(Character.MAX_CODE_POINT, i))
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? c + 0x800 : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
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
      cast.add(Math.min(actors, 1 + popularActor(numbers.uniform(draw))));
    }
    return List.copyOf(cast);
  }

  /** Returns a rank from 0, by the inverse of the distribution of popularity. */
  private long popularActor(double uniform) {
    double shift = actors * POPULARITY_SHIFT;
    double power = 1 - POPULARITY_EXPONENT;
    double head = Math.pow(shift, power);
    double all = Math.pow(actors + shift, power);
    return (long) (Math.pow(head + uniform * (all - head), 1 / power) - shift);
  }

  @Override
  public ActorFacts actor(long id) {
    Randomness numbers = actorNumbers.at(requireIn(id, actors));
    return new ActorFacts(
        id,
        Words.person(numbers.at(0)),
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
            actorId, "Double of " + Words.proper(numbers.at(6)), numbers.below(4, 7) > 0);
  }

  /** Half of the actors have one, the others none to four; ids have gaps. */
  private static List<ContactFacts> contactDetails(long actorId, Randomness numbers) {
    int number = numbers.below(2, 8) == 0 ? 1 : numbers.below(MAX_CONTACTS + 1, 9);
    return IntStream.range(0, number)
        .mapToObj(i -> contact((actorId - 1) * MAX_CONTACTS + i + 1, numbers.at(10 + i)))
        .toList();
  }

  /** Half of the addresses are a city alone. */
  private static ContactFacts contact(long id, Randomness numbers) {
    String city = pick(CITIES, numbers, 2);
    return new ContactFacts(
        id,
        (200 + numbers.below(800, 0)) + " 555 " + (1_000 + numbers.below(9_000, 1)),
        numbers.below(2, 3) == 0
            ? city
            : (1 + numbers.below(999, 4)) + " " + Words.proper(numbers.at(5)) + " St., " + city);
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
