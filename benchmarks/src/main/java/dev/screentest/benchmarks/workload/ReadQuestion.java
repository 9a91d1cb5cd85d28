package dev.screentest.benchmarks.workload;

import dev.screentest.domain.Actor;
import dev.screentest.domain.Capability;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieOrder;
import dev.screentest.domain.MovieSearch;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.MovieFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions that {@link AskQuestion} can ask; what size means is said at each. */
public enum ReadQuestion {

  /** An actor by its id, with its stuntman by join. */
  FIND_ACTOR {
    @Override
    Question<?, ?> ofSize(int size) {
      return actorById(UnitOfWork::findActor, FetchDepth.ACTORS);
    }
  },

  /** An actor by its id, with its stuntman and contact details. */
  ACTOR_WITH_CONTACTS {
    @Override
    Question<?, ?> ofSize(int size) {
      return actorById(UnitOfWork::findActorWithContactDetails, FetchDepth.CONTACT_DETAILS);
    }
  },

  /** The newest movies; size: about how many at most. */
  RELEASED_AFTER {
    @Override
    Question<?, ?> ofSize(int size) {
      BiFunction<Answers, LocalDate, Object> answer = Answers::releasedAfter;
      return new Question<LocalDate, List<Movie>>(
          newestDays(size),
          answers -> List.of(PAST, FUTURE, answers.newestReleases(1).get(0)),
          UnitOfWork::moviesReleasedAfter,
          ReadQuestion::movies,
          answer,
          Question.oneStatement(answer));
    }
  },

  /** The first movie after a day. */
  FIRST_RELEASED_AFTER {
    @Override
    Question<?, ?> ofSize(int size) {
      BiFunction<Answers, LocalDate, Object> answer = Answers::firstReleasedAfter;
      return new Question<LocalDate, Optional<Movie>>(
          (answers, random) -> PAST.plusDays(random.nextInt(DAYS)),
          answers -> List.of(PAST, FUTURE, answers.newestReleases(1).get(0)),
          UnitOfWork::firstMovieReleasedAfter,
          found -> found.map(movie -> MovieFacts.of(movie, FetchDepth.MOVIES)),
          answer,
          Question.oneStatement(answer));
    }
  },

  /** Whether there is a movie of a title; of every second one there is none. */
  EXISTS_TITLE {
    @Override
    Question<?, ?> ofSize(int size) {
      return new Question<String, Boolean>(
          (answers, random) -> {
            String title = answers.catalogue().movie(1 + random.nextLong(answers.movies())).title();
            return random.nextBoolean() ? title : title + " that never was";
          },
          answers -> List.of("", answers.catalogue().movie(answers.movies()).title()),
          UnitOfWork::existsMovieTitled,
          found -> found,
          Answers::existsTitled,
          Question.oneStatementOfAnyRows());
    }
  },

  /** The number of all movies. */
  COUNT_MOVIES {
    @Override
    Question<?, ?> ofSize(int size) {
      BiFunction<Answers, Integer, Object> answer = (answers, nothing) -> answers.movies();
      return new Question<Integer, Long>(
          (answers, random) -> 0,
          answers -> List.of(),
          (work, nothing) -> work.countMovies(),
          number -> number,
          answer,
          Question.oneStatement(answer));
    }
  },

  /** The different titles of all movies. */
  DISTINCT_TITLES {
    @Override
    Question<?, ?> ofSize(int size) {
      BiFunction<Answers, Integer, Object> answer = (answers, nothing) -> answers.distinctTitles();
      return new Question<Integer, List<String>>(
          (answers, random) -> 0,
          answers -> List.of(),
          (work, nothing) -> work.distinctTitles(),
          titles -> titles,
          answer,
          Question.oneStatement(answer));
    }
  },

  /** The actors of whom an address contains a fragment, whatever the case. */
  ACTORS_LIVING_IN {
    @Override
    Question<?, ?> ofSize(int size) {
      BiFunction<Answers, String, Object> answer = Answers::livingIn;
      return new Question<String, List<Actor>>(
          (answers, random) -> addressFragment(answers, random),
          answers -> List.of("nobody lives here", "%", "_", "\\"),
          UnitOfWork::actorsLivingIn,
          actors -> actors.stream().map(actor -> ActorFacts.of(actor, FetchDepth.ACTORS)).toList(),
          answer,
          Question.oneStatement(answer));
    }
  },

  /** The movies that fit a form, of which each of seven combinations of fields is as likely. */
  SEARCH_MOVIES {
    @Override
    Question<?, ?> ofSize(int size) {
      BiFunction<Answers, MovieSearch, Object> answer = Answers::search;
      BiFunction<Answers, SplittableRandom, LocalDate> days = newestDays(100);
      return new Question<MovieSearch, List<Movie>>(
          (answers, random) -> {
            int fields = 1 + random.nextInt(7);
            String fragment = titleFragment(answers, random);
            LocalDate day = days.apply(answers, random);
            String name = answers.catalogue().actor(1 + random.nextLong(answers.actors())).name();
            return new MovieSearch(
                (fields & 1) == 0 ? null : fragment,
                (fields & 2) == 0 ? null : day,
                (fields & 4) == 0 ? null : name);
          },
          answers ->
              List.of(
                  new MovieSearch(null, null, null),
                  new MovieSearch("%", FUTURE, null),
                  new MovieSearch("_", null, null),
                  new MovieSearch(null, null, "nobody")),
          UnitOfWork::searchMovies,
          ReadQuestion::movies,
          answer,
          Question.oneStatement(answer));
    }
  },

  /** A page by title, skipping those before it; size: which page. */
  PAGE_BY_OFFSET {
    @Override
    Question<?, ?> ofSize(int size) {
      BiFunction<Answers, Long, Object> answer =
          (answers, offset) -> page(answers.byTitle(), offset);
      return new Question<Long, List<Movie>>(
          (answers, random) -> offset(size, random),
          answers -> List.of(0L, answers.movies() - 1, answers.movies()),
          (work, offset) -> work.moviesPage(MovieOrder.TITLE, offset, PAGE),
          ReadQuestion::movies,
          answer,
          Question.oneStatement(answer));
    }
  },

  /** A page by title, from the last movie of the page before it; size: which page. */
  PAGE_BY_KEY {
    @Override
    Question<?, ?> ofSize(int size) {
      BiFunction<Answers, PageKey, Object> answer =
          (answers, key) -> page(answers.byTitle(), key.offset);
      return new Question<PageKey, List<Movie>>(
          (answers, random) -> PageKey.at(offset(size, random), answers),
          answers -> List.of(PageKey.at(0, answers), PageKey.at(answers.movies(), answers)),
          (work, key) -> work.moviesPageAfter(key.title, key.id, PAGE),
          ReadQuestion::movies,
          answer,
          Question.oneStatement(answer));
    }
  },

  /** The roles in movies, as a title and a name; size: of how many movies. */
  CREDITS {
    @Override
    Question<?, ?> ofSize(int size) {
      BiFunction<Answers, IdRange, Object> answer = Answers::credits;
      return ofRange(size, UnitOfWork::credits, answer, Question.oneStatement(answer));
    }
  },

  /** Movies with the number of their actors; size: how many movies. */
  SUMMARIES {
    @Override
    Question<?, ?> ofSize(int size) {
      BiFunction<Answers, IdRange, Object> answer = Answers::summaries;
      return ofRange(size, UnitOfWork::summaries, answer, Question.oneStatement(answer));
    }
  },

  /** Movies with their actors as nested records; size: how many movies. */
  CAST_LISTS {
    @Override
    Question<?, ?> ofSize(int size) {
      return ofRange(
          size, UnitOfWork::castLists, Answers::castLists, Question.oneStatementOfAnyRows());
    }
  },

  /** The same movie by its id, over and over in one unit; size: how often. */
  REPEATED_READS {
    @Override
    Question<?, ?> ofSize(int size) {
      return new Question<Long, List<Movie>>(
          (answers, random) -> 1 + random.nextLong(answers.movies()),
          answers -> List.of(1L, answers.movies()),
          (work, id) -> {
            List<Movie> found = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
              found.add(work.findMovie(id).orElseThrow());
            }
            return found;
          },
          ReadQuestion::movies,
          (answers, id) ->
              Stream.generate(() -> answers.catalogue().movie(id)).limit(size).toList(),
          (unit, variant, answers, id) -> {
            int statements = variant.has(Capability.UNIT_CACHE) ? 1 : size;
            return Bill.ofFindingAgain(unit, statements);
          });
    }
  },

  /** The same few movies by their ids, in each unit again; size: how many. */
  REFERENCE_DATA {
    @Override
    Question<?, ?> ofSize(int size) {
      return new Question<Integer, List<Movie>>(
          (answers, random) -> random.nextInt(size),
          answers -> List.of(0, size - 1),
          (work, start) -> {
            List<Movie> found = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
              found.add(work.findMovie(referenceId(start, i, size)).orElseThrow());
            }
            return found;
          },
          ReadQuestion::movies,
          (answers, start) ->
              IntStream.range(0, size)
                  .mapToObj(i -> answers.catalogue().movie(referenceId(start, i, size)))
                  .toList(),
          (unit, variant, answers, start) -> Bill.ofFindingAgain(unit, size));
    }
  },

  /** All movies, one by one through a cursor, added up: their order is not promised. */
  STREAM_MOVIES {
    @Override
    Question<?, ?> ofSize(int size) {
      return new Question<Integer, Sum>(
          (answers, random) -> 0,
          answers -> List.of(),
          (work, nothing) -> {
            try (Stream<Movie> movies = work.streamMovies()) {
              return movies.reduce(Sum.NOTHING, Sum::plus, Sum::plus);
            }
          },
          sum -> sum,
          (answers, nothing) ->
              LongStream.rangeClosed(1, answers.movies())
                  .mapToObj(answers.catalogue()::movie)
                  .reduce(Sum.NOTHING, Sum::plus, Sum::plus),
          // The last fetch is the one that brings fewer rows than were asked for.
          (unit, variant, answers, nothing) ->
              Bill.ofRead(unit, 1 + answers.movies() / ROWS_PER_FETCH)
                  .withRowsRead(answers.movies()));
    }
  },

  /**
   * Some movies through a cursor that is closed before its end; size: how many. Which ones come is
   * not promised, so that only their number can be verified: their values are by {@link
   * #STREAM_MOVIES}.
   */
  STREAM_SOME_MOVIES {
    @Override
    Question<?, ?> ofSize(int size) {
      return new Question<Integer, Sum>(
          (answers, random) -> 0,
          answers -> List.of(),
          (work, nothing) -> {
            try (Stream<Movie> movies = work.streamMovies()) {
              return movies.limit(size).reduce(Sum.NOTHING, Sum::plus, Sum::plus);
            }
          },
          Sum::movies,
          (answers, nothing) -> (long) size,
          // A reader that looks ahead fetches once more, unless the end was not full.
          (unit, variant, answers, nothing) -> Bill.ofRead(unit, size / ROWS_PER_FETCH));
    }
  },

  /** A unit of work in which nothing is asked. */
  NOTHING {
    @Override
    Question<?, ?> ofSize(int size) {
      return new Question<Integer, Integer>(
          (answers, random) -> random.nextInt(),
          answers -> List.of(),
          (work, number) -> number,
          number -> number,
          (answers, number) -> number,
          (unit, variant, answers, number) -> Bill.NOTHING);
    }
  };

  /** The rows that every implementation fetches at a time from a cursor. */
  private static final int ROWS_PER_FETCH = 1000;

  private static final int PAGE = 10;
  private static final int ASCII_END = 128;
  private static final LocalDate PAST = LocalDate.of(1900, 1, 1);
  private static final LocalDate FUTURE = LocalDate.of(9999, 12, 31);
  private static final int DAYS = 126 * 365;

  /** Returns the question in a size. */
  abstract Question<?, ?> ofSize(int size);

  /** Returns the name by which users choose it, but for the size. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what it may cost, as one line for people. */
  String promise(int size, UnitKind unit) {
    return switch (this) {
      case NOTHING -> "nothing";
      case REPEATED_READS ->
          Bill.ofRead(unit, size).text() + "; with a unit cache " + Bill.ofRead(unit, 1).text();
      case REFERENCE_DATA -> Bill.ofRead(unit, size).text() + "; with a shared cache nothing";
      case STREAM_MOVIES -> "1 st and 1 rt for each %,d rows".formatted(ROWS_PER_FETCH);
      default -> Bill.ofRead(unit, 1).text();
    };
  }

  /** Returns whether the generator needs as long for its answer, however many movies there are. */
  boolean isById() {
    return this == REPEATED_READS || this == REFERENCE_DATA;
  }

  /**
   * The place where a page begins: after a movie, or at the start.
   *
   * @param offset how many movies come before the page
   */
  private record PageKey(String title, long id, long offset) {

    static PageKey at(long offset, Answers answers) {
      if (offset == 0) {
        return new PageKey("", 0, 0);
      }
      MovieFacts before = answers.byTitle().get((int) offset - 1);
      return new PageKey(before.title(), before.id(), offset);
    }
  }

  /** Values of many movies in one: the same whatever their order. */
  private record Sum(long movies, long hash) {

    static final Sum NOTHING = new Sum(0, 0);

    Sum plus(Movie movie) {
      Long id = movie.getId();
      return plus(id == null ? 0 : id, movie.getTitle(), movie.getReleaseDate());
    }

    Sum plus(MovieFacts movie) {
      return plus(movie.id(), movie.title(), movie.releaseDate());
    }

    Sum plus(Sum other) {
      return new Sum(movies + other.movies, hash + other.hash);
    }

    private Sum plus(long id, String title, @Nullable LocalDate day) {
      long value = 31 * (31 * id + title.hashCode()) + (day == null ? 0 : day.hashCode());
      return new Sum(movies + 1, hash + value * value);
    }
  }

  /** Returns the id of one of so many movies, which are asked for in turn from any of them. */
  private static long referenceId(int start, int place, int size) {
    return 1L + (start + place) % size;
  }

  private static List<MovieFacts> movies(List<Movie> found) {
    return MovieFacts.of(found, FetchDepth.MOVIES);
  }

  private static Question<?, ?> actorById(
      BiFunction<UnitOfWork, Long, Optional<Actor>> find, FetchDepth depth) {
    BiFunction<Answers, Long, Object> answer =
        (answers, id) ->
            id > answers.actors()
                ? Optional.empty()
                : Optional.of(answers.catalogue().actor(id, depth));
    return new Question<Long, Optional<Actor>>(
        (answers, random) -> 1 + random.nextLong(answers.actors()),
        answers -> List.of(1L, answers.actors(), answers.actors() + 1),
        find,
        found -> found.map(actor -> ActorFacts.of(actor, depth)),
        answer,
        depth == FetchDepth.ACTORS
            ? Question.oneStatement(answer)
            : Question.oneStatementOfAnyRows());
  }

  private static <R> Question<?, ?> ofRange(
      int size,
      BiFunction<UnitOfWork, IdRange, List<R>> ask,
      BiFunction<Answers, IdRange, Object> answer,
      Question.Price<IdRange> bill) {
    return new Question<IdRange, List<R>>(
        (answers, random) -> Ranges.draw(size, answers.movies(), random),
        answers -> Ranges.edges(size, answers.movies()),
        ask,
        found -> found,
        answer,
        bill);
  }

  /** Draws days after which at most so many movies were released, or fewer on the same day. */
  private static BiFunction<Answers, SplittableRandom, LocalDate> newestDays(int most) {
    return (answers, random) -> {
      List<LocalDate> days = answers.newestReleases(most + 1);
      return days.get(random.nextInt(days.size()));
    };
  }

  private static long offset(int page, SplittableRandom random) {
    long first = (page - 1L) * PAGE;
    // Not always the same rows, and never beyond the last page that is meant.
    return page == 1 ? 0 : first - random.nextInt(PAGE);
  }

  private static List<MovieFacts> page(List<MovieFacts> movies, long offset) {
    return movies.stream().skip(offset).limit(PAGE).toList();
  }

  /** A word of an address of a random actor who has one, in small letters. */
  private static String addressFragment(Answers answers, SplittableRandom random) {
    return word(
        random,
        () -> {
          ActorFacts actor = answers.catalogue().actor(1 + random.nextLong(answers.actors()));
          return actor.contactDetails() == null || actor.contactDetails().isEmpty()
              ? ""
              : actor.contactDetails().get(0).address();
        });
  }

  /** A word of a title of a random movie, in small letters. */
  private static String titleFragment(Answers answers, SplittableRandom random) {
    return word(
        random, () -> answers.catalogue().movie(1 + random.nextLong(answers.movies())).title());
  }

  /** Of ASCII alone: what the case of other letters means is left to the database's locale. */
  private static String word(SplittableRandom random, Supplier<String> text) {
    while (true) {
      String[] words = text.get().split(" ", -1);
      String word = words[random.nextInt(words.length)];
      if (!word.isEmpty() && word.chars().allMatch(c -> c < ASCII_END)) {
        return Answers.fold(word);
      }
    }
  }
}
