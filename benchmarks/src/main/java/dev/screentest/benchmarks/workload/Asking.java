package dev.screentest.benchmarks.workload;

import dev.screentest.domain.MovieStore;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import java.util.stream.Stream;

/**
 * A question with the arguments that it is asked with, in turn. Not thread-safe.
 *
 * @param <A> the type of an argument
 * @param <R> the type of what comes
 */
final class Asking<A, R> {

  private static final int DRAWN = 256;

  /** The random numbers of questions, told from those of other users. */
  private static final int STREAM = 100;

  /** The generator's time for one argument grows with the number of movies and actors. */
  private static final long VERIFIED_FACTS = 256_000;

  private static final long LEAST_VERIFIED = 5;

  /** At least as many as are counted: a cache that units share then knows what is asked for. */
  private static final long LEAST_VERIFIED_BY_ID = 64;

  private final String name;
  private final Question<A, R> question;
  private final Answers answers;
  private final Cycle<A> arguments;
  private final long leastVerified;

  private Asking(
      String name, int stream, long leastVerified, Question<A, R> question, Answers answers) {
    this.name = name;
    this.leastVerified = leastVerified;
    this.question = question;
    this.answers = answers;
    this.arguments =
        Cycle.draw(DRAWN, STREAM + stream, random -> question.draw().apply(answers, random));
  }

  static Asking<?, ?> of(ReadQuestion question, int size, Answers answers) {
    return new Asking<>(
        question.label(),
        question.name().hashCode(),
        question.isById() ? LEAST_VERIFIED_BY_ID : LEAST_VERIFIED,
        question.ofSize(size),
        answers);
  }

  R next(MovieStore store, UnitKind unit) {
    return ask(store, unit, arguments.next());
  }

  private R ask(MovieStore store, UnitKind unit, A argument) {
    return store.inUnit(unit, work -> question.ask().apply(work, argument));
  }

  /** Asks with every drawn argument, or with fewer where there are many facts, and the edges. */
  void verify(MovieStore store, UnitKind unit) {
    int sample = (int) Math.max(leastVerified, VERIFIED_FACTS / answers.facts());
    Stream.concat(question.edges().apply(answers).stream(), arguments.sample(sample).stream())
        .forEach(
            argument ->
                Difference.requireNone(
                    name + " of " + argument + ": ",
                    question.answer().apply(answers, argument),
                    question.facts().apply(ask(store, unit, argument))));
  }

  Bill bill(UnitKind unit, Variant variant) {
    return question.bill().of(unit, variant, answers, arguments.peek());
  }
}
